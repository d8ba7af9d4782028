import type { Choice, RangeCoder } from "../rangeReader.ts";

/** What a letter can cost after two others, in bits: the table of letters names one of these. */
export const LEVELS = [0.6, 1.6, 2.5, 3.4, 4.3, 5.4, 6.9, 9.5] as const;

/** Start, end or anything that is no letter. */
export const BOUNDARY = 26;

/** A level that is not known yet. */
const NONE = LEVELS.length;

/** Levels by `(first * 27 + second) * 26 + letter`. */
export const LEVEL_COUNT = 27 * 27 * 26;

/**
 * Writes the levels behind one second letter, or reads them into `levels`: each is likely what the
 * letter costs after the second of the two alone, and what it cost in the context coded before.
 *
 * @param choice by `alone * 9 + before`
 */
export function codeLevels(
  coder: RangeCoder,
  choice: Choice,
  second: number,
  levels: Uint8Array,
): void {
  for (let letter = 0; letter < 26; letter++) {
    let [alone, before]: number[] = [NONE, NONE];
    for (let first = BOUNDARY; first >= 0; first--) {
      const row = (first * 27 + second) * 26 + letter;
      const level = choice(coder, (alone ?? NONE) * 9 + (before ?? NONE), levels[row] ?? 0);
      levels[row] = level;
      if (first === BOUNDARY) alone = level;
      before = level;
    }
  }
}
