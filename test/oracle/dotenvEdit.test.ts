import assert from "node:assert/strict";
import { randomBytes } from "node:crypto";
import { describe, it } from "node:test";
import nextEnv from "@next/env";
import dotenv from "dotenv";
import fc from "fast-check";
import { setEntry, setValue } from "../../src/core/dotenv/edit.ts";
import { parseEntries } from "../../src/core/dotenv/parse.ts";
import { applyEdits } from "../../src/core/edit.ts";
import { encodeSecret, type SecretFormat } from "../../src/core/secret/generate.ts";
import { envTexts } from "../support/envTexts.ts";

const names = fc.constantFrom("AUTH_SECRET", "NEXTAUTH_SECRET", "AUTH_SECRET_1", "A", "NEW_ONE");
const formats = fc.constantFrom<SecretFormat>("base64", "base64url", "hex");

describe("setEntry and dotenv 18", () => {
  it("gives the name the secret and leaves the other names alone", () => {
    fc.assert(
      fc.property(envTexts, names, formats, (text, name, format) => {
        const secret = encodeSecret(randomBytes(32), format);
        const edits = setEntry(text, name, secret);
        assert.ok(edits, "every file can take a secret");
        assertOnlyChange(text, applyEdits(text, edits), name, secret);
      }),
      { numRuns: 10_000 },
    );
  });

  it("writes any value exactly, or not at all", () => {
    fc.assert(
      fc.property(envTexts, names, envTexts, (text, name, value) => {
        const edits = setEntry(text, name, value);
        if (edits) assertOnlyChange(text, applyEdits(text, edits), name, value);
      }),
      { numRuns: 5_000 },
    );
  });

  it("changes nothing the second time", () => {
    fc.assert(
      fc.property(envTexts, names, (text, name) => {
        const secret = encodeSecret(randomBytes(32), "base64");
        const once = applyEdits(text, setEntry(text, name, secret) ?? []);
        assert.equal(applyEdits(once, setEntry(once, name, secret) ?? []), once);
      }),
      { numRuns: 3_000 },
    );
  });
});

describe("setValue and dotenv 18", () => {
  const replaced = (text: string, index: number, secret: string) => {
    const entry = parseEntries(text)[index] ?? assert.fail();
    return applyEdits(text, setValue(text, entry, secret));
  };

  it("gives each entry the secret and leaves the others alone", () => {
    fc.assert(
      fc.property(envTexts, formats, (text, format) => {
        const secret = encodeSecret(randomBytes(32), format);
        for (const [index, entry] of parseEntries(text).entries()) {
          const { key } = entry;
          const after = replaced(text, index, secret);
          if (setValue(text, entry, secret).length === 0) continue;
          const wanted = parseEntries(text).map((entry, at) => [
            entry.key,
            at === index ? secret : entry.value,
          ]);
          assert.deepEqual({ ...dotenv.parse(after) }, Object.fromEntries(wanted), key);
        }
      }),
      { numRuns: 10_000 },
    );
  });

  it("writes nothing where open quotes elsewhere would take in what stands between", () => {
    // Without the quotes in it, the open quote above would close at the next one of its kind.
    const text = 'A=\'x\nA="\nA=\'say "x"\'\nA=\'\u2028x\nNEXTAUTH_SECRET="#"';
    assert.equal(replaced(text, 2, "new"), text);
    assert.notEqual(replaced(text.replace('A="\n', ""), 2, "new"), text);
  });

  it("takes no tail along from behind a line break of Unicode", () => {
    const after = replaced("A=old#tail\u2028rest\nB=2", 0, "new");
    assert.deepEqual({ ...dotenv.parse(after) }, { A: "new", B: "2" });
  });
});

describe("setEntry and @next/env 16", () => {
  it("gives Next the secret, which it does not take for a reference", () => {
    // Expansion of the other values can recurse without end: not what is asked here.
    const texts = envTexts.map((text) => text.replaceAll("$", "S"));
    fc.assert(
      fc.property(texts, formats, (text, format) => {
        const secret = encodeSecret(randomBytes(32), format);
        const after = applyEdits(text, setEntry(text, "AUTH_SECRET", secret) ?? []);
        assert.equal(readByNext(after), secret);
      }),
      { numRuns: 3_000 },
    );
  });
});

function assertOnlyChange(before: string, after: string, name: string, value: string): void {
  assert.deepEqual({ ...dotenv.parse(after) }, { ...dotenv.parse(before), [name]: value });
}

function readByNext(contents: string): string | undefined {
  nextEnv.resetEnv();
  const files = [{ path: ".env.local", contents, env: {} }];
  const [, parsed] = nextEnv.processEnv(files, "/", console, true);
  nextEnv.resetEnv();
  const { AUTH_SECRET: secret } = parsed ?? {};
  return secret;
}
