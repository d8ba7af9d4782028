import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { redundantSecret } from "../../../src/core/rules/redundant-secret.ts";
import { BETTER_AUTH, V4, V5 } from "../../support/manifests.ts";
import { project } from "../../support/project.ts";
import { assertFixes, assertFlags, assertSilent } from "../../support/ruleCheck.ts";

describe("redundant-secret", () => {
  it("flags v5's own variable, faded", () => {
    const text = `import type { NextAuthConfig } from "next-auth";
export default { providers: [], secret: «process.env.AUTH_SECRET»! } satisfies NextAuthConfig;
`;
    assertFlags(redundantSecret, { ...V5, "auth.config.ts": text });
    const files = { ...V5, "auth.config.ts": text.replace(/[«»]/g, "") };
    assert.equal(redundantSecret.check(project(files))[0]?.unnecessary, true);
  });

  it("says nothing where the option says more, or is needed", () => {
    assertSilent(redundantSecret, {
      ...V5,
      "auth.ts": `import NextAuth from "next-auth";
import { getToken } from "next-auth/jwt";
export const a = NextAuth({ secret: process.env.AUTH_SECRET ?? process.env.APP_KEY });
export const b = NextAuth({ secret: process.env.AUTH_SECRET?.trim() });
export const token = (req) => getToken({ req, secret: process.env.AUTH_SECRET });
`,
    });
  });

  it("says nothing in v4 and in Better Auth", () => {
    assertSilent(redundantSecret, {
      ...V4,
      "auth.ts": `import NextAuth from "next-auth";
export default NextAuth({ secret: process.env.NEXTAUTH_SECRET });
`,
    });
    assertSilent(redundantSecret, {
      ...BETTER_AUTH,
      "auth.ts": `import { betterAuth } from "better-auth";
export const auth = betterAuth({ secret: process.env.BETTER_AUTH_SECRET });
`,
    });
  });

  it("drops the option before a comment line of slashes", () => {
    const line = "/".repeat(80);
    assertFixes(
      redundantSecret,
      {
        ...V5,
        "auth.ts": `import NextAuth from "next-auth"
NextAuth({
  providers: [],
  secret: process.env.AUTH_SECRET
  ${line}
})
`,
      },
      {
        "auth.ts": `import NextAuth from "next-auth"
NextAuth({
  providers: []
  ${line}
})
`,
      },
    );
  });

  it("drops the option and nothing else", () => {
    assertFixes(
      redundantSecret,
      {
        ...V5,
        "auth.ts": `import NextAuth from "next-auth"
export const { auth } = NextAuth({
  providers: [], // none yet
  secret: «process.env.AUTH_SECRET» /* signs sessions */,
  trustHost: true,
})
`,
      },
      {
        "auth.ts": `import NextAuth from "next-auth"
export const { auth } = NextAuth({
  providers: [], // none yet
  /* signs sessions */
  trustHost: true,
})
`,
      },
    );
  });
});
