import assert from "node:assert/strict";
import { randomBytes } from "node:crypto";
import { describe, it } from "node:test";
import { encodeSecret, type SecretFormat } from "../../../src/core/secret/generate.ts";
import { secretMask } from "../../../src/core/secret/mask.ts";

const FORMATS: readonly SecretFormat[] = ["base64", "base64url", "hex"];
const MASK = "•".repeat(8);

/** Every form in which a program may print a value that it was handed. */
function forms(secret: string): Readonly<Record<string, string>> {
  const base64 = (text: string) => Buffer.from(text).toString("base64");
  return {
    "as it is": secret,
    JSON: JSON.stringify({ value: secret }),
    "JSON with escaped slashes": JSON.stringify(secret).replaceAll("/", "\\/"),
    URL: `https://example.org/?v=${encodeURIComponent(secret)}&a=1`,
    "URL in lower case": encodeURIComponent(secret).replace(/%../g, (code) => code.toLowerCase()),
    hexadecimal: Buffer.from(secret).toString("hex"),
    base64: base64(secret),
    "base64 behind one byte": base64(`a${secret}`),
    "base64 behind two bytes": base64(`ab${secret}`),
    "base64 of a line": base64(`AUTH_SECRET=${secret}\n`),
    "base64 for URLs": Buffer.from(`AUTH_SECRET=${secret}`).toString("base64url"),
    "the first half": `${secret.slice(0, 20)}…`,
    "the end": `…${secret.slice(-10)}`,
  };
}

/** The longest run of one text's characters that stands in the other. */
function longestCommon(one: string, other: string): number {
  let longest = 0;
  for (let start = 0; start < one.length; start++) {
    while (other.includes(one.slice(start, start + longest + 1)) && start + longest < one.length) {
      longest++;
    }
  }
  return longest;
}

describe("secretMask", () => {
  for (const format of FORMATS) {
    const secret = encodeSecret(randomBytes(32), format);
    for (const [name, form] of Object.entries(forms(secret))) {
      it(`leaves nothing of ${format}, ${name}`, () => {
        const masked = secretMask(secret)(`before ${form} after`);
        assert.match(masked, /^before .*•{8}.* after$/);
        // What is left at the ends of base64 are bits of its neighbours, and padding.
        assert.ok(longestCommon(form, masked.slice(7, -6)) < 32, masked);
        for (const [, other] of Object.entries(forms(secret))) {
          assert.ok(!masked.includes(other), name);
        }
        assert.ok(longestCommon(secret, masked) < 8);
      });
    }
  }

  it("leaves everything else as it is", () => {
    const mask = secretMask(encodeSecret(randomBytes(32), "base64"));
    const text = "Vercel CLI 58.4.4\n> Added Environment Variable AUTH_SECRET to Project a [1s]\n";
    assert.equal(mask(text), text);
    assert.equal(mask(""), "");
  });

  it("hides each place, one mask for each", () => {
    const secret = encodeSecret(randomBytes(32), "base64");
    assert.equal(
      secretMask(secret)(`a=${secret} b=${secret};${secret.slice(3, 12)}.`),
      `a=${MASK} b=${MASK};${MASK}.`,
    );
  });

  it("says nothing of pieces that are too short to tell", () => {
    const secret = encodeSecret(randomBytes(32), "base64");
    assert.equal(secretMask(secret)(secret.slice(0, 7)), secret.slice(0, 7));
  });
});
