import { newChoices, type RangeCoder } from "../rangeReader.ts";

/** What a letter can cost after two others, in bits: the table of letters names one of these. */
export const LEVELS = [0.6, 1.6, 2.5, 3.4, 4.3, 5.4, 6.9, 9.5] as const;

/** Start, end or anything that is no letter. */
export const BOUNDARY = 26;
const SIZE = 27 * 27 * 26;

/**
 * Writes or reads all levels: each is likely what the letter costs after the second of the two alone,
 * and what it cost in the context coded before.
 */
export function codeLevels(coder: RangeCoder, known: ArrayLike<number>): Uint8Array {
  const choices = newChoices(81, LEVELS.length);
  const coded = new Uint8Array(SIZE);
  for (let second = 0; second <= BOUNDARY; second++) {
    for (let letter = 0; letter < 26; letter++) {
      const row = (first: number) => (first * 27 + second) * 26 + letter;
      let [alone, before] = [8, 8];
      for (let first = BOUNDARY; first >= 0; first--) {
        const level = choices[alone * 9 + before]?.(coder, known[row(first)] ?? 0) ?? 0;
        coded[row(first)] = level;
        alone = alone === 8 ? level : alone;
        before = level;
      }
    }
  }
  return coded;
}
