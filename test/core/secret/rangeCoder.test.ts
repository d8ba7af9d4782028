import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import { packBytes, tally } from "../../../scripts/model/packing.ts";
import { rangeWriter } from "../../../scripts/model/rangeWriter.ts";
import { choiceOf, rangeReader } from "../../../src/core/secret/rangeReader.ts";

const FREQUENCIES = [5, 0, 1, 900, 1];
const TOTAL = 907;

describe("range coder", () => {
  it("reads what was written, whatever stands before and behind it", () => {
    const counts = tally(2, 8);
    for (let number = 0; number < 16; number++) {
      for (let times = 0; times <= number; times++) counts.note(number >> 3, number & 7);
    }
    const choice = choiceOf(counts.packed(), 8);
    const numbers = fc.array(fc.tuple(fc.constantFrom(0, 2, 3, 4), fc.nat(15)), { maxLength: 600 });
    const others = fc.array(fc.nat(255), { maxLength: 9 });
    fc.assert(
      fc.property(others, numbers, others, (before, pairs, after) => {
        const writer = rangeWriter();
        for (const [fixed, number] of pairs) {
          writer.next(FREQUENCIES, TOTAL, fixed);
          choice(writer, number >> 3, number & 7);
        }
        const packed = packBytes([...before, ...writer.bytes(), ...after]);
        const reader = rangeReader(packed, before.length);
        const read = pairs.map(([, number]) => [
          reader.next(FREQUENCIES, TOTAL, 0),
          (number & 8) + choice(reader, number >> 3, 0),
        ]);
        assert.deepEqual(read, pairs);
      }),
    );
  });

  it("is short for what is expected", () => {
    const writer = rangeWriter();
    for (let count = 0; count < 10_000; count++) writer.next(FREQUENCIES, TOTAL, 3);
    assert.ok(writer.bytes().length < 30);
  });
});
