import { randomUUID } from "node:crypto";
import { describe, it } from "node:test";
import { realSecretInExample } from "../../../src/core/rules/real-secret-in-example.ts";
import { assertFixes, assertFlags, assertSilent, strongSecret } from "../../support/ruleCheck.ts";

describe("real-secret-in-example", () => {
  it("flags random values in templates, long or short", () => {
    assertFlags(realSecretInExample, {
      ".env.example": `AUTH_SECRET="«${strongSecret()}»"\n`,
      "env.sample": `NEXTAUTH_SECRET=«${randomUUID()}»\n`,
    });
  });

  it("says nothing of placeholders, and of files that are no templates", () => {
    assertSilent(realSecretInExample, {
      ".env.example":
        'AUTH_SECRET=\nNEXTAUTH_SECRET=changeme\nBETTER_AUTH_SECRET="run: npx auth"\n',
      ".env.template": "AUTH_SECRET=my-super-secret-app-key\n",
      ".env": `AUTH_SECRET=${strongSecret()}\n`,
    });
  });

  it("empties the value and nothing else", () => {
    assertFixes(
      realSecretInExample,
      { ".env.example": `A=1\nAUTH_SECRET="${strongSecret()}" # openssl rand -base64 32` },
      { ".env.example": 'A=1\nAUTH_SECRET="" # openssl rand -base64 32' },
    );
    assertFixes(
      realSecretInExample,
      { ".env.example": `export AUTH_SECRET=${strongSecret()}\r\nB=2\r\n` },
      { ".env.example": "export AUTH_SECRET=\r\nB=2\r\n" },
    );
  });
});
