import { describe, it } from "node:test";
import { hardcodedClientSecret } from "../../../src/core/rules/hardcoded-client-secret.ts";
import { BETTER_AUTH, V4, V5 } from "../../support/manifests.ts";
import { assertFixes, assertFlags, assertSilent, strongSecret } from "../../support/ruleCheck.ts";

/** The session secret is no matter here. */
const SET = { ".env": "AUTH_SECRET=$FROM_ELSEWHERE\n" };

describe("hardcoded-client-secret", () => {
  it("flags providers' literals, behind a variable too", () => {
    assertFlags(hardcodedClientSecret, {
      ...BETTER_AUTH,
      "auth.ts": `import { betterAuth } from "better-auth";
import { genericOAuth } from "better-auth/plugins";
export const auth = betterAuth({
  socialProviders: { github: { clientId: "id", clientSecret: process.env.GITHUB ?? «"abc"» } },
  plugins: [genericOAuth({ config: [{ providerId: "hub", clientSecret: «"def"» }] })],
});
`,
    });
  });

  it("says nothing of other libraries' clients, of ids and of variables", () => {
    assertSilent(hardcodedClientSecret, {
      ...V4,
      "auth.ts": `import NextAuth from "next-auth";
import Google from "next-auth/providers/google";
import { Strategy } from "passport-google-oauth20";
passport.use(new Strategy({ clientID: "id", clientSecret: "abc" }));
export default NextAuth({ providers: [Google({ clientId: "id", clientSecret: process.env.GOOGLE! })] });
`,
    });
  });

  it("says nothing where no provider gave out such a value", () => {
    for (const value of ["unused", "not-used", "none", "n/a", "<your secret>", "changeme", "xxx"]) {
      assertSilent(hardcodedClientSecret, {
        ...V5,
        "auth.ts": `import NextAuth from "next-auth";
import GitHub from "next-auth/providers/github";
export const { auth } = NextAuth({ providers: [GitHub({ clientId: "id", clientSecret: "${value}" })] });
`,
      });
    }
  });

  it("moves the value to the variable of the provider", () => {
    const value = strongSecret();
    assertFixes(
      hardcodedClientSecret,
      {
        ...V5,
        ...SET,
        "auth.ts": `import NextAuth from "next-auth";
import AzureADProvider from "next-auth/providers/azure-ad";
export const { auth } = NextAuth({
  providers: [AzureADProvider({ clientId: "id", clientSecret: «"${value}"» })],
});
`,
      },
      {
        "auth.ts": `import NextAuth from "next-auth";
import AzureADProvider from "next-auth/providers/azure-ad";
export const { auth } = NextAuth({
  providers: [AzureADProvider({ clientId: "id", clientSecret: process.env.AUTH_AZURE_AD_SECRET! })],
});
`,
        ".env.local": `AUTH_AZURE_AD_SECRET=${value}\n`,
      },
    );
  });

  it("keeps the variable that the value stood in for", () => {
    const value = strongSecret();
    assertFixes(
      hardcodedClientSecret,
      {
        ...BETTER_AUTH,
        ...SET,
        "auth.js": `import { betterAuth } from "better-auth";
export const auth = betterAuth({
  socialProviders: { github: { clientSecret: process.env.GH_KEY || «"${value}"» } },
});
`,
      },
      {
        "auth.js": `import { betterAuth } from "better-auth";
export const auth = betterAuth({
  socialProviders: { github: { clientSecret: process.env.GH_KEY } },
});
`,
        ".env.local": `GH_KEY=${value}\n`,
      },
    );
  });
});
