import { describe, it } from "node:test";
import { commandSecret } from "../../../src/core/rules/command-secret.ts";
import { assertFixes, assertFlags, assertSilent, MINTED } from "../../support/ruleCheck.ts";

describe("command-secret", () => {
  it("flags a command, whichever way it is quoted", () => {
    assertFlags(commandSecret, {
      ".env.local": [
        "AUTH_SECRET=«$(openssl rand -base64 32)»",
        'NEXTAUTH_SECRET="«openssl rand -base64 32»"',
        "BETTER_AUTH_SECRET='«npx auth secret»'",
      ].join("\n"),
    });
  });

  it("says nothing where a shell does run it, and in templates", () => {
    assertSilent(commandSecret, {
      ".envrc":
        "export AUTH_SECRET=$(cat ~/.secret)\nexport NEXTAUTH_SECRET=$(openssl rand -hex 32)\n",
      ".env.example": 'AUTH_SECRET="openssl rand -base64 32"\n',
    });
  });

  it("puts a secret in its place, in quotes that no shell runs", () => {
    assertFixes(
      commandSecret,
      { ".gitignore": ".env*", ".env": "AUTH_SECRET=`«openssl rand -base64 32»` # run me\r\n" },
      { ".env": `AUTH_SECRET='${MINTED}' # run me\r\n` },
    );
  });
});
