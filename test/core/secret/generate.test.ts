import assert from "node:assert/strict";
import { randomBytes } from "node:crypto";
import { describe, it } from "node:test";
import fc from "fast-check";
import {
  encodeSecret,
  MINIMUM_BYTES,
  type SecretFormat,
} from "../../../src/core/secret/generate.ts";
import { judge } from "../../../src/core/secret/judge.ts";

const FORMATS: readonly SecretFormat[] = ["base64", "base64url", "hex"];

/** RFC 4648 §10, behind 33 zero bytes, which base64 writes as 44 times A. */
const VECTORS: readonly (readonly [string, string, string])[] = [
  ["", "", ""],
  ["f", "Zg==", "66"],
  ["fo", "Zm8=", "666f"],
  ["foo", "Zm9v", "666f6f"],
  ["foob", "Zm9vYg==", "666f6f62"],
  ["fooba", "Zm9vYmE=", "666f6f6261"],
  ["foobar", "Zm9vYmFy", "666f6f626172"],
];

describe("encodeSecret", () => {
  it("agrees with the vectors of RFC 4648", () => {
    for (const [text, base64, hex] of VECTORS) {
      const bytes = Buffer.concat([Buffer.alloc(33), Buffer.from(text)]);
      assert.equal(encodeSecret(bytes, "base64"), "A".repeat(44) + base64);
      assert.equal(encodeSecret(bytes, "base64url"), "A".repeat(44) + base64.replace(/=/g, ""));
      assert.equal(encodeSecret(bytes, "hex"), "0".repeat(66) + hex);
    }
  });

  it("agrees with Node for any bytes", () => {
    fc.assert(
      fc.property(
        fc.uint8Array({ minLength: MINIMUM_BYTES, maxLength: 100 }),
        fc.constantFrom(...FORMATS),
        (bytes, format) =>
          assert.equal(encodeSecret(bytes, format), Buffer.from(bytes).toString(format)),
      ),
    );
  });

  it("refuses fewer bytes than a key has", () => {
    for (const format of FORMATS) {
      assert.throws(() => encodeSecret(randomBytes(31), format), RangeError);
      assert.doesNotThrow(() => encodeSecret(randomBytes(32), format));
    }
  });

  it("makes secrets that are strong in every format and length", () => {
    for (let size = MINIMUM_BYTES; size < MINIMUM_BYTES + 50; size++) {
      for (const format of FORMATS) {
        const { kind, bits, encoding } = judge(encodeSecret(randomBytes(size), format));
        assert.equal(kind, "strong", `${size} bytes as ${format}`);
        assert.ok(bits >= 256 && bits <= size * 8 + 8, `${size} bytes as ${format}: ${bits} bits`);
        if (format === "hex") assert.equal(encoding, "hex");
      }
    }
  });
});
