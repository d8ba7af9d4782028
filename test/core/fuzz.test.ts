import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import { growingFor } from "../support/soak/growth.ts";
import { hostileTextsFor } from "../support/soak/hostile.ts";
import { mutated } from "../support/soak/mutations.ts";
import { readers } from "../support/soak/readers.ts";
import { seeds } from "../support/soak/seeds.ts";

/** `npm run soak` does the same for minutes, and measures how time grows up to 8 MB. */
describe("reading whatever is there", () => {
  for (const reader of readers) {
    const { name, seeds: own, read } = reader;
    it(`never fails: ${name}`, () => {
      const runs = fc.check(
        fc.property(mutated(seeds, own), (text) => {
          read(text);
        }),
        { numRuns: 20 },
      );
      assert.ok(!runs.failed, fc.defaultReportMessage(runs));
      for (const { part, ofLength } of growingFor(reader)) {
        assert.doesNotThrow(() => read(ofLength(120)), JSON.stringify(part));
      }
    });
    it(`never fails on a large hostile text: ${name}`, () => {
      for (const text of hostileTextsFor(reader)) {
        assert.doesNotThrow(() => read(text), JSON.stringify(text.slice(0, 200)));
      }
    });
  }
});
