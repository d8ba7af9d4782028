import { COUNTS, LETTERS, STARTS } from "../model/letters.ts";
import { type Choice, choiceOf, rangeReader } from "../rangeReader.ts";
import { codeLevels, LEVEL_COUNT, LEVELS } from "./letterCoding.ts";

let choice: Choice | undefined;

const levels = new Uint8Array(LEVEL_COUNT);

/** The second letters whose levels are unpacked. */
const isKnown = new Uint8Array(27);

/**
 * The level of a letter after two others, by `(first * 27 + second) * 26 + letter`: those with this
 * second letter are there.
 */
export function levelsAfter(second: number): Uint8Array {
  if (isKnown[second] === 1) return levels;
  choice ??= choiceOf(COUNTS, LEVELS.length);
  codeLevels(rangeReader(LETTERS, STARTS[second]), choice, second, levels);
  isKnown[second] = 1;
  return levels;
}
