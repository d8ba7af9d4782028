import assert from "node:assert/strict";
import { randomBytes } from "node:crypto";
import { describe, it } from "node:test";
import fc from "fast-check";
import { explain } from "../../../src/core/secret/explain/explain.ts";

/** The value with `|` between its parts, and what explains each of them. */
function drawn(value: string): string {
  const { parts } = explain(value);
  return parts.map(({ kind, start, end }) => `${value.slice(start, end)} (${kind})`).join(" | ");
}

describe("explain", () => {
  it("takes a value apart into what explains it best", () => {
    assert.equal(drawn("secret"), "secret (word)");
    assert.equal(drawn("my-secret"), "my (word) | - (separator) | secret (word)");
    assert.equal(drawn("supersecretkey"), "super (word) | secret (word) | key (word)");
    assert.equal(drawn("P@ssw0rd"), "P@ssw0rd (word)");
    assert.equal(drawn("summer2024"), "summer (word) | 2024 (year)");
    assert.equal(drawn("qazwsxedcrfv"), "qazwsxedcrfv (walk)");
    assert.equal(drawn("a1b2c3d4e5f6g7h8i9j0"), "a1b2c3d4e5f6g7h8i9j0 (alternation)");
    assert.match(drawn("flibbertigibbet"), /^flib.* \(text\)$/);
    assert.match(drawn("x".repeat(40)), /\(copy\)$/);
    assert.match(drawn(randomBytes(32).toString("hex")), /^[0-9a-f]{64} \(hex\)$/);
  });

  it("covers every value from its start to its end", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 60 }), (value) => {
        const { parts, bits } = explain(value);
        assert.equal(parts.map(({ start, end }) => value.slice(start, end)).join(""), value);
        assert.ok(bits >= 0 && Number.isFinite(bits));
      }),
      { numRuns: 200 },
    );
  });

  it("describes no random value shorter than chance allows", () => {
    for (let round = 0; round < 300; round++) {
      const saved = 256 - explain(randomBytes(32).toString("hex")).bits;
      assert.ok(saved < 21, `saves ${saved} bits`);
    }
  });

  it("looks for a text backwards where letters tell of one, not among hexadecimal digits", () => {
    assert.equal(explain("drowssap terces ym").mayBeBackwards, true);
    for (let round = 0; round < 20; round++) {
      assert.equal(explain(randomBytes(32).toString("hex")).mayBeBackwards, false);
    }
  });

  it("is the same whatever was explained before", () => {
    const { bits } = explain("correct horse battery staple");
    explain("x".repeat(5000));
    explain(randomBytes(200).toString("base64"));
    assert.equal(explain("correct horse battery staple").bits, bits);
  });
});
