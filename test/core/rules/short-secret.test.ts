import assert from "node:assert/strict";
import { randomBytes, randomUUID } from "node:crypto";
import { describe, it } from "node:test";
import { format } from "../../../src/core/message.ts";
import { shortSecret } from "../../../src/core/rules/short-secret.ts";
import { project } from "../../support/project.ts";
import {
  assertFixes,
  assertFlags,
  assertSilent,
  MINTED,
  strongSecret,
} from "../../support/ruleCheck.ts";

const SHORT = randomBytes(16).toString("hex");

describe("short-secret", () => {
  it("flags random values of too few bits", () => {
    assertFlags(shortSecret, {
      ".env": `AUTH_SECRET=«${SHORT}»\nNEXTAUTH_SECRET='«${randomUUID()}»'\n`,
    });
  });

  it("says how many bits, and is mild where they cannot be guessed", () => {
    const tiny = randomBytes(6).toString("hex");
    const problems = shortSecret.check(
      project({ ".env": `AUTH_SECRET=${SHORT}\nNEXTAUTH_SECRET=${tiny}\n` }),
    );
    assert.deepEqual(
      problems.map(({ severity }) => severity),
      ["information", undefined],
    );
    assert.match(format(problems[0]?.message ?? assert.fail()), /: 128 of the 256 bits/);
  });

  it("goes by the bits that the user's setting asks for", () => {
    const long = strongSecret();
    assertSilent(shortSecret, { ".env": `AUTH_SECRET=${SHORT}\n` }, { minimumBits: 128 });
    assertFlags(shortSecret, { ".env": `AUTH_SECRET=«${long}»\n` }, { minimumBits: 512 });
  });

  it("says nothing of 256 bits in any encoding, of templates and test files", () => {
    const bytes = randomBytes(32);
    assertSilent(shortSecret, {
      ".env": `AUTH_SECRET=${bytes.toString("base64")}\nNEXTAUTH_SECRET=${bytes.toString("hex")}\n`,
      ".env.local": `BETTER_AUTH_SECRET="${bytes.toString("base64url")}" # fine\r\n`,
      ".env.example": `AUTH_SECRET=${SHORT}\n`,
      ".env.test": `AUTH_SECRET=${SHORT}\n`,
    });
  });

  it("says nothing of what a shell reads from a file", () => {
    assertSilent(shortSecret, { ".envrc": "export AUTH_SECRET=$(< ~/.auth_secret)\n" });
  });

  it("puts a longer one in its place", () => {
    assertFixes(
      shortSecret,
      { ".gitignore": ".env*\n", ".env": `export AUTH_SECRET=${SHORT}` },
      { ".env": `export AUTH_SECRET=${MINTED}` },
    );
  });
});
