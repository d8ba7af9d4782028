import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { fallbackSecret } from "../../../src/core/rules/fallback-secret.ts";
import { BETTER_AUTH, V4, V5 } from "../../support/manifests.ts";
import { project } from "../../support/project.ts";
import {
  assertFixes,
  assertFlags,
  assertSilent,
  MINTED,
  strongSecret,
} from "../../support/ruleCheck.ts";

describe("fallback-secret", () => {
  it("flags the literal behind a variable, in every form of it", () => {
    assertFlags(fallbackSecret, {
      ...BETTER_AUTH,
      "auth.ts": `import { betterAuth } from "better-auth";
const { KEY_A = «"weekday"» } = process.env;
export const a = betterAuth({ secret: KEY_A });
export const b = betterAuth({ secret: process.env.KEY_B || «"${strongSecret()}"» });
export const c = betterAuth({ secret: process.env.KEY_C ? process.env.KEY_C : «"weekday"» });
`,
    });
  });

  it("says nothing of empty text, of other variables and of other options", () => {
    assertSilent(fallbackSecret, {
      ...V4,
      "auth.ts": `import NextAuth from "next-auth";
const url = process.env.NEXTAUTH_URL ?? "http://localhost:3000";
export default NextAuth({ secret: process.env.A ?? process.env.B ?? "", pages: { signIn: url } });
`,
    });
  });

  it("leaves the variable alone, and sets it", () => {
    assertFixes(
      fallbackSecret,
      {
        ...V4,
        "auth.ts": `import NextAuth from "next-auth";
export default NextAuth({ secret: process.env.APP_KEY ?? «"weekday"», providers: [] });
`,
      },
      {
        "auth.ts": `import NextAuth from "next-auth";
export default NextAuth({ secret: process.env.APP_KEY, providers: [] });
`,
        ".env.local": `APP_KEY=${MINTED}\n`,
      },
    );
  });

  it("drops the option where nothing is left but what the library reads by itself", () => {
    assertFixes(
      fallbackSecret,
      {
        ...V5,
        "auth.ts": `import NextAuth from "next-auth";
export const { auth } = NextAuth({
  secret: process.env.AUTH_SECRET || «"weekday"»,
  providers: [],
});
`,
      },
      {
        "auth.ts": `import NextAuth from "next-auth";
export const { auth } = NextAuth({
  providers: [],
});
`,
        ".env.local": `AUTH_SECRET=${MINTED}\n`,
      },
    );
  });

  it("keeps types whole where a string is wanted", () => {
    assertFixes(
      fallbackSecret,
      {
        ...V4,
        "auth.ts": `import NextAuth from "next-auth";
const secret: string = process.env.APP_KEY ?? «"weekday"»;
export default NextAuth({ secret });
`,
      },
      {
        "auth.ts": `import NextAuth from "next-auth";
const secret: string = process.env.APP_KEY!;
export default NextAuth({ secret });
`,
        ".env.local": `APP_KEY=${MINTED}\n`,
      },
    );
  });

  it("takes out the statement that fills the variable in", () => {
    assertFixes(
      fallbackSecret,
      {
        ...V4,
        "auth.js": `import NextAuth from "next-auth";
let key = process.env.APP_KEY;
if (!key) {
  key = «"weekday"»;
}
export default NextAuth({ secret: key });
`,
      },
      {
        "auth.js": `import NextAuth from "next-auth";
let key = process.env.APP_KEY;
export default NextAuth({ secret: key });
`,
        ".env.local": `NEXTAUTH_SECRET=${MINTED}\n`,
      },
    );
  });

  it("takes out what fills the variable in behind ||, or in a loop of its own", () => {
    for (const statement of [
      'key || (key = «"weekday"»);',
      'key ?? (key = «"weekday"»);',
      '!key && (key = «"weekday"»);',
      'while (!key) key = «"weekday"»;',
      'if (!key) key || (key = «"weekday"»);',
    ]) {
      const text = (inserted: string) => `import NextAuth from "next-auth";
let key = process.env.APP_KEY;
${inserted}export default NextAuth({ secret: key });
`;
      assertFixes(
        fallbackSecret,
        { ...V4, "auth.js": text(`${statement}\n`) },
        { "auth.js": text(""), ".env.local": `NEXTAUTH_SECRET=${MINTED}\n` },
      );
    }
  });

  it("offers nothing that would leave a loop without end or take other code along", () => {
    for (const statement of [
      'while (!key) { log(); key = "weekday"; }',
      'while (!key) { log(); key = "weekday" }',
      'if (key || (key = "weekday")) run();',
      'while (key || (key = "weekday")) run();',
      'init() || (key = "weekday");',
    ]) {
      const snapshot = project({
        ...V4,
        "auth.js": `import NextAuth from "next-auth";
let key = process.env.APP_KEY;
${statement}
export default NextAuth({ secret: key });
`,
      });
      const fixes = fallbackSecret
        .check(snapshot)
        .flatMap((problem) => fallbackSecret.fixes?.(problem, snapshot) ?? []);
      const left = fixes.flatMap((fix) => fix.edits({ mint: () => MINTED }));
      assert.ok(
        left.every(({ file }) => file !== "auth.js"),
        `${statement} ${JSON.stringify(left)}`,
      );
    }
  });

  it("takes the default out of a schema", () => {
    assertFixes(
      fallbackSecret,
      {
        ...V5,
        "src/env.ts": `import { createEnv } from "@t3-oss/env-nextjs";
import { z } from "zod";
export const env = createEnv({
  server: { AUTH_SECRET: z.string().min(32).default(«"weekday"») },
  experimental__runtimeEnv: process.env,
});
`,
      },
      {
        "src/env.ts": `import { createEnv } from "@t3-oss/env-nextjs";
import { z } from "zod";
export const env = createEnv({
  server: { AUTH_SECRET: z.string().min(32) },
  experimental__runtimeEnv: process.env,
});
`,
        ".env.local": `AUTH_SECRET=${MINTED}\n`,
      },
    );
  });

  it("reads the variable where a resolver would return the literal", () => {
    assertFixes(
      fallbackSecret,
      {
        ...V4,
        "auth.ts": `import NextAuth from "next-auth";
function secretOf(): string {
  if (process.env.APP_KEY) return process.env.APP_KEY;
  return «"weekday"»;
}
export default NextAuth({ secret: secretOf() });
`,
      },
      {
        "auth.ts": `import NextAuth from "next-auth";
function secretOf(): string {
  if (process.env.APP_KEY) return process.env.APP_KEY;
  return process.env.NEXTAUTH_SECRET!;
}
export default NextAuth({ secret: secretOf() });
`,
        ".env.local": `NEXTAUTH_SECRET=${MINTED}\n`,
      },
    );
  });
});
