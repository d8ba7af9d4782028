import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { readToken } from "../../../src/core/session/token.ts";

describe("readToken", () => {
  it("takes nothing for a token that no browser would keep", () => {
    assert.equal(readToken("a".repeat(2 ** 23)), undefined);
    assert.equal(readToken(`${"a".repeat(2 ** 23)}.AAAA`), undefined);
    assert.equal(readToken(`${"a".repeat(32)}.AAAA`)?.kind, "signed");
  });

  it("takes nothing for a token that is nested without end", () => {
    const nested = (depth: number) => {
      const list = "[".repeat(depth) + "]".repeat(depth);
      return btoa(`{"session":{"a":${list}},"expiresAt":1,"signature":"AAAA"}`);
    };
    assert.equal(readToken(nested(2 ** 16)), undefined);
    assert.equal(readToken(nested(2))?.kind, "signed");
  });
});
