import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { analyze, fixesOf } from "../../../src/core/analyze.ts";
import { parseModule } from "../../../src/core/script/syntax.ts";
import { BETTER_AUTH, V5 } from "../../support/manifests.ts";
import { editFiles, type Files, project } from "../../support/project.ts";
import { MINTED } from "../../support/ruleCheck.ts";

const IMPORT = 'import NextAuth from "next-auth";\n';

/** Source before the best fix of its first finding, and after. */
const CASES: readonly (readonly [before: string, after: string])[] = [
  [
    "const { NEXTAUTH_SECRET } = process.env;\nNextAuth({ providers: [], secret: NEXTAUTH_SECRET });\n",
    "const { AUTH_SECRET: NEXTAUTH_SECRET } = process.env;\nNextAuth({ providers: [], secret: NEXTAUTH_SECRET });\n",
  ],
  [
    "const { NEXT_PUBLIC_AUTH_SECRET } = process.env;\nNextAuth({ secret: NEXT_PUBLIC_AUTH_SECRET });\n",
    "const { AUTH_SECRET: NEXT_PUBLIC_AUTH_SECRET } = process.env;\nNextAuth({ secret: NEXT_PUBLIC_AUTH_SECRET });\n",
  ],
  [
    'let s;\nif (E) s = process.env.AUTH_SECRET;\nelse s = "dev";\nNextAuth({ secret: s });\n',
    "let s;\nif (E) s = process.env.AUTH_SECRET;\nNextAuth({ secret: s });\n",
  ],
  [
    'let s = process.env.AUTH_SECRET;\nif (!s) { s = "d" } else { f() }\nNextAuth({ secret: s });\n',
    "let s = process.env.AUTH_SECRET;\nif (!s) {} else { f() }\nNextAuth({ secret: s });\n",
  ],
  [
    'const o = { providers: [] };\nif (x) o.secret = "l"\nelse foo()\nNextAuth(o);\n',
    "const o = { providers: [] };\nif (x) {}\nelse foo()\nNextAuth(o);\n",
  ],
  [
    'const cfg = { auth: { secret: "abc" } };\nNextAuth({ secret: cfg.auth.secret });\n',
    "const cfg = { auth: { secret: process.env.AUTH_SECRET } };\nNextAuth({ secret: cfg.auth.secret });\n",
  ],
];

function fixed(files: Files): Files {
  const before = project(files);
  const [finding] = analyze(before).filter(({ file }) => file === "auth.ts");
  assert.ok(finding, "nothing was found");
  const [fix] = fixesOf(finding, before);
  assert.ok(fix, "there is no fix");
  return editFiles(files, fix.edits({ mint: () => MINTED }));
}

function errors(text: string): number {
  let count = 0;
  parseModule("auth.ts", text).tree.iterate({
    enter: ({ type }) => {
      if (type.isError) count++;
    },
  });
  return count;
}

describe("a fix", () => {
  for (const [before, after] of CASES) {
    it(`leaves sound code of ${before.split("\n", 2).join(" ")}`, () => {
      const files = { ...V5, ".gitignore": ".env*\n", "auth.ts": IMPORT + before };
      const text = fixed(files)["auth.ts"];
      assert.equal(text, IMPORT + after);
      assert.equal(errors(text ?? ""), 0);
    });
  }

  it("keeps an entry of a list of secrets whole", () => {
    const source = (value: string) =>
      `import { betterAuth } from "better-auth";\nbetterAuth({ secrets: [{ version: 2, value: ${value} }] });\n`;
    const files = { ...BETTER_AUTH, ".gitignore": ".env*\n", "auth.ts": source('"abc"') };
    assert.equal(fixed(files)["auth.ts"], source("process.env.BETTER_AUTH_SECRET"));
  });

  it("loses no client secret where its variable holds another", () => {
    const source = (value: string) =>
      `${IMPORT}import Google from "next-auth/providers/google";\nNextAuth({ providers: [Google({ clientSecret: ${value} })] });\n`;
    const env = "AUTH_SECRET=$ELSEWHERE\nAUTH_GOOGLE_SECRET=old\n";
    const after = fixed({
      ...V5,
      ".gitignore": ".env*\n",
      ".env.local": env,
      "auth.ts": source('"new-value"'),
    });
    assert.equal(after["auth.ts"], source("process.env.AUTH_GOOGLE_2_SECRET!"));
    assert.equal(after[".env.local"], `${env}AUTH_GOOGLE_2_SECRET=new-value\n`);
  });
});
