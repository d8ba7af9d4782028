import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import {
  decodeBase32,
  decodeBase64,
  decodeHex,
  encodeUtf8,
  readableText,
} from "../../../src/core/secret/decode.ts";

function text(bytes: Uint8Array | undefined): string | undefined {
  return bytes && Buffer.from(bytes).toString("latin1");
}

describe("decoding", () => {
  it("agrees with the vectors of RFC 4648, padded or not", () => {
    for (const [base64, base32, expected] of [
      ["Zg==", "MY======", "f"],
      ["Zm8=", "MZXQ====", "fo"],
      ["Zm9v", "MZXW6===", "foo"],
      ["Zm9vYg==", "MZXW6YQ=", "foob"],
      ["Zm9vYmE=", "MZXW6YTB", "fooba"],
      ["Zm9vYmFy", "MZXW6YTBOI======", "foobar"],
    ] as const) {
      assert.equal(text(decodeBase64(base64)), expected);
      assert.equal(text(decodeBase64(base64.replace(/=/g, ""))), expected);
      assert.equal(text(decodeBase32(base32)), expected);
      assert.equal(text(decodeBase32(base32.toLowerCase().replace(/=/g, ""))), expected);
      assert.equal(text(decodeHex(Buffer.from(expected).toString("hex").toUpperCase())), expected);
    }
  });

  it("reads base64url as base64", () => {
    assert.deepEqual(decodeBase64("-_-_"), decodeBase64("+/+/"));
  });

  it("refuses what is no such encoding", () => {
    assert.equal(decodeBase64("abcde"), undefined);
    assert.equal(decodeBase64("ab c"), undefined);
    assert.equal(decodeBase32("MZ1W6==="), undefined);
    assert.equal(decodeBase32("MzXw6==="), undefined);
    assert.equal(decodeHex("abc"), undefined);
    assert.equal(decodeHex("zz"), undefined);
  });

  it("writes UTF-8 as TextEncoder does, lone surrogates included", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (value) => {
        assert.deepEqual(Buffer.from(encodeUtf8(value)), Buffer.from(value));
      }),
    );
    assert.deepEqual(encodeUtf8("\ud800x"), new TextEncoder().encode("\ud800x"));
  });

  it("reads text that people can read, and nothing else", () => {
    for (const value of ["plain text", "größer", "パスワード", "line\nline"]) {
      assert.equal(readableText(Buffer.from(value)), value);
    }
    for (const bytes of [[0], [7], [0xff], [0xc3], [0xc0, 0x80], [0xed, 0xa0, 0x80], [0x7f]]) {
      assert.equal(readableText(Uint8Array.from(bytes)), undefined);
    }
  });
});
