import assert from "node:assert/strict";
import { test } from "node:test";
import { rules } from "../../../src/core/rules/index.ts";
import { moduleReader } from "../../../src/core/script/modules.ts";
import { V4, V5 } from "../../support/manifests.ts";
import { mark, marks } from "../../support/marks.ts";
import { type Files, project } from "../../support/project.ts";

/** The marked places of all files are what the rule flags, and nothing else. */
function assertFlagged(rule: string, marked: Files): void {
  const files = Object.fromEntries(
    Object.entries(marked).map(([path, text]) => [path, marks(text).text]),
  );
  const problems = rules.find(({ id }) => id === rule)?.check(project(files)) ?? [];
  const seen = Object.entries(files).map(([path, text]) => [
    path,
    mark(
      text,
      problems.filter(({ file }) => file === path).map(({ span }) => span),
    ),
  ]);
  assert.deepEqual(Object.fromEntries(seen), marked);
}

const AUTH = `import NextAuth from "next-auth";
import { authSecret } from "./constants";
export default NextAuth({ secret: authSecret });
`;

test("a constant of the file next door is flagged there", () => {
  assertFlagged("hardcoded-secret", {
    ...V4,
    "src/auth.ts": AUTH,
    "src/constants.ts": `export const other = "holiday";\nexport const authSecret = «"weekday"»;\n`,
  });
});

test("the file that uses it is related information", () => {
  const files = {
    ...V4,
    "src/auth.ts": AUTH,
    "src/constants.ts": `export const authSecret = "weekday";\n`,
  };
  const problems = rules.flatMap((rule) => rule.check(project(files)));
  assert.deepEqual(
    problems.map(({ file, related }) => [file, related?.map((place) => place.file)]),
    [["src/constants.ts", ["src/auth.ts"]]],
  );
});

test("aliases of tsconfig.json, comments and all", () => {
  assertFlagged("fallback-secret", {
    ...V4,
    "tsconfig.json": `{ // paths
  "compilerOptions": { "baseUrl": "./app", "paths": { "#settings/*": ["config/*"] }, },
}`,
    "app/auth.ts": `import NextAuth from "next-auth";
import settings from "#settings/auth";
export default NextAuth({ ...settings });
`,
    "app/config/auth.ts": `const secret = process.env.APP_KEY ?? «"weekday"»;
export default { secret, providers: [] };
`,
  });
});

const ALIASED: Files = {
  ...V4,
  "apps/web/auth.ts": `import NextAuth from "next-auth";
import settings from "#settings/auth";
export default NextAuth({ ...settings });
`,
  "config/auth.ts": `const secret = process.env.APP_KEY ?? «"weekday"»;
export default { secret, providers: [] };
`,
};

test("aliases of what a tsconfig.json extends, seen from where they stand", () => {
  const paths = `"paths": { "#settings/*": ["./config/*"] }`;
  const ways: readonly Files[] = [
    {
      "apps/web/tsconfig.json": `{ "extends": "../../tsconfig.base" }`,
      "tsconfig.base.json": `{ "compilerOptions": { ${paths} } }`,
    },
    {
      "apps/web/tsconfig.json": `{ "extends": ["@acme/strict", "../base.json", "../../tsconfig.json"] }`,
      "apps/base.json": `{ "compilerOptions": { "paths": { "#settings/*": ["./nowhere/*"] } } }`,
      "tsconfig.json": `{ "compilerOptions": { "baseUrl": ".", ${paths} } }`,
    },
    {
      "apps/tsconfig.json": `{ "extends": "../tsconfig.json", "compilerOptions": { ${paths} } }`,
      "tsconfig.json": `{ "extends": "./apps/tsconfig", "compilerOptions": { "baseUrl": "." } }`,
    },
  ];
  for (const way of ways) assertFlagged("fallback-secret", { ...ALIASED, ...way });
});

test("a tsconfig.json's own aliases before those that it extends", () => {
  assertFlagged("fallback-secret", {
    ...ALIASED,
    "apps/web/tsconfig.json": `{
  "extends": "../../tsconfig.base.json",
  "compilerOptions": { "paths": { "#settings/*": ["../../config/*"] } }
}`,
    "tsconfig.base.json": `{ "compilerOptions": { "paths": { "#settings/*": ["./nowhere/*"] } } }`,
  });
});

test("customary aliases without a tsconfig.json", () => {
  assertFlagged("fallback-secret", {
    ...V5,
    "src/server/auth.ts": `import NextAuth from "next-auth";
import { env } from "~/env.js";
export const { auth } = NextAuth({ secret: env.APP_KEY });
`,
    "src/env.js": `import { createEnv } from "@t3-oss/env-nextjs";
import { z } from "zod";
export const env = createEnv({ server: { APP_KEY: z.string().default(«"weekday"») } });
`,
  });
});

test("names that are handed on, renamed and as a whole module", () => {
  assertFlagged("hardcoded-secret", {
    ...V4,
    "auth.ts": `import NextAuth from "next-auth";
import * as lib from "./lib";
import { renamed } from "./lib/index.js";
export const a = NextAuth({ secret: lib.key });
export const b = NextAuth({ secret: renamed });
`,
    "lib/index.ts": `export * from "./key";\nexport { default as renamed } from "./other";\n`,
    "lib/key.ts": `export const key = «"weekday"»;\n`,
    "lib/other.ts": `const value = «"holiday"»;\nexport default value;\n`,
  });
});

test("a function of another file, with its arguments", () => {
  assertFlagged("fallback-secret", {
    ...V4,
    "auth.ts": `import NextAuth from "next-auth";
import { read } from "./read";
export default NextAuth({ secret: read("APP_KEY", «"weekday"») });
`,
    "read.ts": `export function read(name: string, fallback?: string) {
  return process.env[name] ?? fallback;
}
`,
  });
});

test("CommonJS", () => {
  assertFlagged("hardcoded-secret", {
    ...V4,
    "auth.js": `const NextAuth = require("next-auth").default;
const { key } = require("./key");
const rest = require("./rest");
module.exports = NextAuth({ secret: key, jwt: { secret: rest.jwt } });
`,
    "key.js": `exports.key = «"weekday"»;\n`,
    "rest.js": `module.exports = { jwt: «"holiday"», other: "abc" };\n`,
  });
});

test("files that import each other in a circle", () => {
  assertFlagged("hardcoded-secret", {
    ...V4,
    "auth.ts": `import NextAuth from "next-auth";
import { a } from "./a";
export default NextAuth({ secret: a });
`,
    "a.ts": `import { b } from "./b";\nexport const a = b;\n`,
    "b.ts": `import { a } from "./a";\nexport const b = a;\nexport * from "./a";\n`,
  });
});

test("what decides about the sources is known, found or not", () => {
  const [script] = project({ ...V4, "src/auth.ts": AUTH }).scripts;
  assert.ok(script);
  assert.ok(script.imports.includes("src/constants.ts"));
  assert.ok(script.imports.includes("src/constants/index.ts"));
});

test("the fix changes the other file", () => {
  const files = {
    ...V4,
    "src/auth.ts": AUTH,
    "src/constants.ts": `export const authSecret = "weekday";\n`,
  };
  const snapshot = project(files);
  const rule = rules.find(({ id }) => id === "hardcoded-secret");
  const [problem] = rule?.check(snapshot) ?? [];
  const [fix] = (problem && rule?.fixes?.(problem, snapshot)) ?? [];
  const [edit] = fix?.edits({ mint: () => "minted" }) ?? [];
  assert.equal(edit?.file, "src/constants.ts");
  assert.equal(edit.edits[0]?.newText, "process.env.NEXTAUTH_SECRET!");
});

test("a file that is gone is forgotten, and parsed again where it comes back", () => {
  const files = new Map([["lib.ts", "export const a = 1;\n"]]);
  const { load, forgetGone } = moduleReader((path) => files.get(path));
  const first = load("./lib", "auth.ts", new Set());
  assert.equal(first?.path, "lib.ts");
  forgetGone();
  assert.equal(load("./lib", "auth.ts", new Set()), first);
  const text = files.get("lib.ts") ?? "";
  files.delete("lib.ts");
  forgetGone();
  files.set("lib.ts", text);
  assert.notEqual(load("./lib", "auth.ts", new Set()), first);
});
