import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { coverOf, lastUpTo } from "../../src/core/sorted.ts";

describe("lastUpTo", () => {
  it("finds the last that is not above the limit", () => {
    const found = [0, 1, 2, 5, 6, 9].map((limit) => lastUpTo([1, 3, 3, 6], limit));
    assert.deepEqual(found, [-1, 0, 0, 2, 3, 3]);
    assert.equal(lastUpTo([], 1), -1);
  });
});

describe("coverOf", () => {
  it("takes spans in any order, within each other too, without their ends", () => {
    const isCovered = coverOf([
      { start: 6, end: 7 },
      { start: 1, end: 4 },
      { start: 2, end: 3 },
    ]);
    const covered = [0, 1, 2, 3, 4, 5, 6, 7].filter(isCovered);
    assert.deepEqual(covered, [1, 2, 3, 6]);
  });
});
