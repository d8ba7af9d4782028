import assert from "node:assert/strict";
import { createHash, randomBytes } from "node:crypto";
import { describe, it } from "node:test";
import fc from "fast-check";
import { format } from "../../../src/core/message.ts";
import { SIZES } from "../../../src/core/secret/model/published.ts";
import { bitReader, packBits } from "../../../src/core/secret/packedBits.ts";
import { HASH_BITS, publishedReason } from "../../../src/core/secret/published.ts";

const NAMES: Readonly<Record<string, string>> = {
  md5: "MD5",
  sha1: "SHA-1",
  sha256: "SHA-256",
  sha512: "SHA-512",
};

function reasonOf(value: string): string | undefined {
  const reason = publishedReason(value);
  return reason && format(reason);
}

describe("publishedReason", () => {
  it("knows the digests of common words in every spelling", () => {
    for (const word of ["secret", "password", "changeme", "nextauth", "admin", "123456", "test"]) {
      for (const [algorithm, name] of Object.entries(NAMES)) {
        const digest = createHash(algorithm).update(word).digest();
        for (const value of [
          digest.toString("hex"),
          digest.toString("hex").toUpperCase(),
          digest.toString("base64"),
          digest.toString("base64").replace(/=/g, ""),
          digest.toString("base64url"),
        ]) {
          assert.equal(reasonOf(value), `${name} of a common word`, `${algorithm} of ${word}`);
        }
      }
    }
  });

  it("knows the digest of a word with the line end that echo adds", () => {
    const value = createHash("sha256").update("secret\n").digest("hex");
    assert.equal(reasonOf(value), "SHA-256 of a common word");
  });

  it("knows what documentation prints", () => {
    for (const value of [
      "better-auth-secret-12345678901234567890",
      "550e8400-e29b-41d4-a716-446655440000",
    ]) {
      assert.match(reasonOf(value) ?? "", /documentation/);
    }
  });

  it("does not know fresh values, other digests and other words", () => {
    for (let index = 0; index < 500; index++) {
      const bytes = randomBytes([16, 20, 32, 64][index % 4] ?? 32);
      assert.equal(reasonOf(bytes.toString("base64")), undefined);
      assert.equal(reasonOf(bytes.toString("hex")), undefined);
    }
    assert.equal(reasonOf("secret"), undefined);
    assert.equal(reasonOf(""), undefined);
  });

  it("takes a random value for a known one less than once in 10^9", () => {
    assert.ok((SIZES.digests + SIZES.values) / 2 ** HASH_BITS < 1e-9);
  });
});

describe("packed bits", () => {
  it("come back as they went in", () => {
    fc.assert(
      fc.property(fc.array(fc.nat(1), { maxLength: 100 }), (bits) => {
        const read = bitReader(packBits(bits));
        assert.deepEqual(
          bits.map(() => read(1)),
          bits,
        );
      }),
    );
  });

  it("are read in numbers of any width", () => {
    const read = bitReader(packBits([..."0001100000000000010000000000000001"].map(Number)));
    assert.deepEqual([read(5), read(13), read(16)], [3, 1, 1]);
  });
});
