import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import { rangeWriter } from "../../../scripts/model/rangeWriter.ts";
import { newChoice, rangeReader } from "../../../src/core/secret/rangeReader.ts";

const FREQUENCIES = [5, 0, 1, 900, 1];
const TOTAL = 907;

describe("range coder", () => {
  it("reads what was written, by fixed and by learnt frequencies", () => {
    const numbers = fc.array(fc.tuple(fc.constantFrom(0, 2, 3, 4), fc.nat(7)), { maxLength: 600 });
    fc.assert(
      fc.property(numbers, (pairs) => {
        const writer = rangeWriter();
        const writing = newChoice(8);
        for (const [fixed, learnt] of pairs) {
          writer.next(FREQUENCIES, TOTAL, fixed);
          writing(writer, learnt);
        }
        const reader = rangeReader(writer.packed());
        const reading = newChoice(8);
        const read = pairs.map(() => [reader.next(FREQUENCIES, TOTAL, 0), reading(reader, 0)]);
        assert.deepEqual(read, pairs);
      }),
    );
  });

  it("is short for what is expected", () => {
    const writer = rangeWriter();
    for (let count = 0; count < 10_000; count++) writer.next(FREQUENCIES, TOTAL, 3);
    assert.ok(writer.packed().length < 40);
  });
});
