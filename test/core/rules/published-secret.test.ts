import { createHash } from "node:crypto";
import { describe, it } from "node:test";
import { publishedSecret } from "../../../src/core/rules/published-secret.ts";
import {
  assertFixes,
  assertFlags,
  assertSilent,
  MINTED,
  strongSecret,
} from "../../support/ruleCheck.ts";

const PACKAGE = '{"dependencies":{"next-auth":"5.0.0-beta.32"}}';

function digest(algorithm: string, word: string, encoding: "base64" | "base64url" | "hex"): string {
  return createHash(algorithm).update(word).digest(encoding);
}

describe("published-secret", () => {
  it("flags the digest of a common word, however it is written", () => {
    assertFlags(publishedSecret, {
      ".env.local": [
        `AUTH_SECRET=«${digest("sha256", "secret", "base64")}»`,
        `NEXTAUTH_SECRET="«${digest("sha512", "password", "hex").toUpperCase()}»"`,
        `BETTER_AUTH_SECRET=«${digest("md5", "changeme", "hex")}» # for now`,
        `AUTH_SECRET_1='«${digest("sha1", "admin", "base64url")}»'`,
      ].join("\n"),
    });
  });

  it("flags one of a list", () => {
    const known = digest("sha256", "nextauth", "base64");
    assertFlags(publishedSecret, {
      ".env": `BETTER_AUTH_SECRETS=2:${strongSecret()},1:«${known}»\n`,
    });
  });

  it("flags it in code, as a fallback too", () => {
    const known = digest("sha256", "secret", "base64");
    assertFlags(publishedSecret, {
      "package.json": PACKAGE,
      "auth.ts": `import NextAuth from "next-auth";
export const { auth } = NextAuth({ secret: process.env.AUTH_SECRET ?? «"${known}"» });
`,
      "other.ts": `import NextAuth from "next-auth";
export const { auth } = NextAuth({ secret: «"${known}"» });
`,
    });
  });

  it("says nothing of random values, of digests of unknown texts and of templates", () => {
    const known = digest("sha256", "secret", "base64");
    assertSilent(publishedSecret, {
      "package.json": PACKAGE,
      ".env": [
        `AUTH_SECRET=${strongSecret()}`,
        `NEXTAUTH_SECRET=${digest("sha256", strongSecret(), "hex")}`,
        "BETTER_AUTH_SECRET=my-super-secret-app-key",
        `GITHUB_SECRET=${known}`,
      ].join("\n"),
      ".env.example": `AUTH_SECRET=${known}\n`,
      "auth.ts": `import NextAuth from "next-auth";
export const { auth } = NextAuth({ secret: "${strongSecret()}" });
`,
    });
  });

  it("puts a random secret in its place", () => {
    assertFixes(
      publishedSecret,
      {
        ".gitignore": ".env*\n",
        ".env": `AUTH_SECRET="«${digest("sha256", "secret", "base64")}»"\n`,
      },
      { ".env": `AUTH_SECRET="${MINTED}"\n` },
    );
  });
});
