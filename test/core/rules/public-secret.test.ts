import { describe, it } from "node:test";
import { publicSecret } from "../../../src/core/rules/public-secret.ts";
import { SVELTEKIT, V4, V5 } from "../../support/manifests.ts";
import { assertFixes, assertFlags, assertSilent, MINTED } from "../../support/ruleCheck.ts";

describe("public-secret", () => {
  it("flags variables that bundlers copy into browser code", () => {
    assertFlags(publicSecret, {
      ...V4,
      "auth.js": `import NextAuth from "next-auth";
const jwt = { secret: «import.meta.env.VITE_JWT_KEY» };
export default NextAuth({ jwt, secret: «process.env.NEXT_PUBLIC_APP_KEY» });
`,
    });
  });

  it("flags what next.config copies into browser code under any name", () => {
    assertFlags(publicSecret, {
      ...V4,
      "next.config.mjs": `export default {
  env: { SESSION_KEY: «process.env.NEXTAUTH_SECRET», NEXTAUTH_URL: process.env.NEXTAUTH_URL },
};
`,
    });
  });

  it("flags the variable's public twin in env files", () => {
    assertFlags(publicSecret, {
      ...V4,
      ".env.local": "«NEXT_PUBLIC_NEXTAUTH_SECRET»=abc\nNEXT_PUBLIC_URL=http://localhost:3000\n",
      ".env.example": "NEXT_PUBLIC_NEXTAUTH_SECRET=\n",
    });
  });

  it("says nothing of public ids and addresses", () => {
    assertSilent(publicSecret, {
      ...SVELTEKIT,
      "src/auth.ts": `import { SvelteKitAuth } from "@auth/sveltekit";
import GitHub from "@auth/sveltekit/providers/github";
import { PUBLIC_GITHUB_ID } from "$env/static/public";
import { AUTH_SECRET, GITHUB_SECRET } from "$env/static/private";
export const { handle } = SvelteKitAuth({
  providers: [GitHub({ clientId: PUBLIC_GITHUB_ID, clientSecret: GITHUB_SECRET })],
  secret: AUTH_SECRET,
});
`,
    });
  });

  it("reads the private variable instead, with a new secret", () => {
    assertFixes(
      publicSecret,
      {
        ...V4,
        "auth.js": `import NextAuth from "next-auth";
export default NextAuth({ secret: «process.env.NEXT_PUBLIC_NEXTAUTH_SECRET» });
`,
      },
      {
        "auth.js": `import NextAuth from "next-auth";
export default NextAuth({ secret: process.env.NEXTAUTH_SECRET });
`,
        ".env.local": `NEXTAUTH_SECRET=${MINTED}\n`,
      },
    );
  });

  it("drops the option where the library reads its variable by itself", () => {
    assertFixes(
      publicSecret,
      {
        ...V5,
        "auth.ts": `import NextAuth from "next-auth";
export const { auth } = NextAuth({ secret: process.env.NEXT_PUBLIC_AUTH_SECRET! });
`,
      },
      {
        "auth.ts": `import NextAuth from "next-auth";
export const { auth } = NextAuth({ });
`,
        ".env.local": `AUTH_SECRET=${MINTED}\n`,
      },
    );
  });

  it("gives an env file the private name and a new secret", () => {
    assertFixes(
      publicSecret,
      { ...V4, ".env.local": 'A=1\nNEXT_PUBLIC_NEXTAUTH_SECRET="weekday" # old\n' },
      { ".env.local": `A=1\nNEXTAUTH_SECRET="${MINTED}" # old\n` },
    );
  });
});
