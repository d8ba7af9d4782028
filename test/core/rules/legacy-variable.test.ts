import { describe, it } from "node:test";
import { legacyVariable } from "../../../src/core/rules/legacy-variable.ts";
import { V4, V5 } from "../../support/manifests.ts";
import { assertFixes, assertFlags, assertSilent, strongSecret } from "../../support/ruleCheck.ts";

describe("legacy-variable", () => {
  it("flags where v5 reads it, and where env files set it alone", () => {
    assertFlags(legacyVariable, {
      ...V5,
      "auth.ts": `import NextAuth from "next-auth";
const secret = process.env.AUTH_SECRET ?? «process.env.NEXTAUTH_SECRET»;
export const { auth } = NextAuth({ secret });
`,
      ".env.local": `«NEXTAUTH_SECRET»=${strongSecret()}\n`,
      ".env.staging": `AUTH_SECRET=${strongSecret()}\nNEXTAUTH_SECRET=${strongSecret()}\n`,
    });
  });

  it("says nothing where another value would come into use under its name", () => {
    assertSilent(legacyVariable, {
      ...V5,
      ".env.local": `NEXTAUTH_SECRET=${strongSecret()}\n`,
      ".env": `AUTH_SECRET=${strongSecret()}\n`,
    });
  });

  it("says nothing in v4, and of uses that are not the library's", () => {
    assertSilent(legacyVariable, {
      ...V4,
      "auth.ts": `import NextAuth from "next-auth";
export default NextAuth({ secret: process.env.NEXTAUTH_SECRET });
`,
      ".env": `NEXTAUTH_SECRET=${strongSecret()}\n`,
    });
    assertSilent(legacyVariable, {
      ...V5,
      "src/check.ts": `import { auth } from "./auth";
if (!process.env.NEXTAUTH_SECRET) console.warn("NEXTAUTH_SECRET is not set");
export { auth };
`,
    });
  });

  it("renames it in the source", () => {
    assertFixes(
      legacyVariable,
      {
        ...V5,
        "middleware.ts": `import { getToken } from "next-auth/jwt";
export const read = (req) => getToken({ req, secret: «process.env.NEXTAUTH_SECRET» as string });
`,
      },
      {
        "middleware.ts": `import { getToken } from "next-auth/jwt";
export const read = (req) => getToken({ req, secret: process.env.AUTH_SECRET as string });
`,
      },
    );
  });

  it("leaves the present name alone where both are read", () => {
    assertFixes(
      legacyVariable,
      {
        ...V5,
        "auth.ts": `import NextAuth from "next-auth";
const secret = process.env.AUTH_SECRET ?? process.env.NEXTAUTH_SECRET!;
export const { auth } = NextAuth({ secret });
`,
      },
      {
        "auth.ts": `import NextAuth from "next-auth";
const secret = process.env.AUTH_SECRET;
export const { auth } = NextAuth({ secret });
`,
      },
    );
  });

  it("renames it in env files, templates too, with everything round it", () => {
    const value = strongSecret();
    assertFixes(
      legacyVariable,
      {
        ...V5,
        ".env.local": `# sessions\nexport NEXTAUTH_SECRET="${value}" # old\nA=1`,
      },
      { ".env.local": `# sessions\nexport AUTH_SECRET="${value}" # old\nA=1` },
    );
  });
});
