import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import { packLengths, packSortedSet } from "../../../scripts/model/packing.ts";
import { rankedWords } from "../../../scripts/model/words.ts";
import { childOf, lexicon } from "../../../src/core/secret/explain/lexicon.ts";
import { readLengths } from "../../../src/core/secret/lengths.ts";
import { sortedSet } from "../../../src/core/secret/sortedSet.ts";

const ROOT = 0;

/** Tier of a word, from 1; 0 for what is none. */
function tierOf(word: string): number {
  let node = ROOT;
  for (const letter of word) {
    node = childOf(lexicon(), node, letter.charCodeAt(0) - 97);
    if (node === 0) return 0;
  }
  return lexicon().tier[node] ?? 0;
}

describe("the dictionary", () => {
  it("has every word with its tier, in whatever order they are looked for", () => {
    const words = rankedWords();
    for (const { word, tier } of words.toReversed()) assert.equal(tierOf(word), tier + 1, word);
    const tiers = words.map(({ word }) => tierOf(word));
    assert.deepEqual(
      tiers,
      words.map(({ tier }) => tier + 1),
    );
  });

  it("has no other words", () => {
    const known = new Set(rankedWords().map(({ word }) => word));
    for (const word of known) {
      for (const other of [word.slice(0, -1), `${word}e`, word.slice(1)]) {
        assert.equal(tierOf(other) > 0, known.has(other), other);
      }
    }
  });
});

describe("a packed sorted set", () => {
  it("has what was packed and nothing else", () => {
    const numbers = fc.uniqueArray(fc.maxSafeNat(), { maxLength: 200 });
    fc.assert(
      fc.property(numbers, fc.integer({ min: 31, max: 44 }), (drawn, low) => {
        const all = new Set(drawn.map((number) => number % 2 ** 44));
        const form = { size: all.size, bits: 44, low };
        const set = sortedSet(packSortedSet([...all], form), form);
        for (const number of all) {
          assert.ok(set.has(number));
          for (const other of [number + 1, number - 1, number ^ 1]) {
            assert.equal(set.has(other), all.has(other));
          }
        }
      }),
    );
  });
});

describe("packed lengths", () => {
  it("come back as they went in", () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(fc.constant(0), fc.nat(1000))), (lengths) => {
        assert.deepEqual(readLengths(packLengths(lengths), lengths.length), lengths);
      }),
    );
  });
});
