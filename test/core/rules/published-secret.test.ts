import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { describe, it } from "node:test";
import { analyze } from "../../../src/core/analyze.ts";
import { format } from "../../../src/core/message.ts";
import { publishedSecret } from "../../../src/core/rules/published-secret.ts";
import { project } from "../../support/project.ts";
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

  it("leaves source to the rules for source, which say as much and are errors too", () => {
    const known = digest("sha256", "secret", "base64");
    const files = {
      "package.json": PACKAGE,
      "auth.ts": `import NextAuth from "next-auth";
export const { auth } = NextAuth({ secret: process.env.AUTH_SECRET ?? "${known}" });
`,
      "other.ts": `import NextAuth from "next-auth";
export const { auth } = NextAuth({ secret: "${known}" });
`,
    };
    assertSilent(publishedSecret, files);
    for (const { rule, severity, message } of analyze(project(files))) {
      assert.ok(rule === "fallback-secret" || rule === "hardcoded-secret");
      assert.equal(severity, "error");
      assert.match(format(message), /published/);
    }
    assert.equal(analyze(project(files)).length, 2);
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
