import type { Choice, RangeCoder } from "../rangeReader.ts";
import { BOUNDARY, LEVEL_COUNT, LEVELS } from "./letterCoding.ts";
import { levelAt } from "./letterLevels.ts";

/** Words are of 2 to 15 letters, and of one of so many tiers. */
export const LONGEST_WORD = 15;
export const TIERS = 4;

/** How often a letter of each level is expected among 2048. */
const FREQUENCIES = LEVELS.map((bits) => Math.max(1, Math.round(2048 * 2 ** -bits)));

/** The same for each letter after two others, by `(first * 27 + second) * 26 + letter`: 0 till asked for. */
const expected = new Uint16Array(LEVEL_COUNT);

function expectedAfter(first: number, second: number): Uint16Array {
  const start = (first * 27 + second) * 26;
  const row = expected.subarray(start, start + 26);
  if (row[0] !== 0) return row;
  for (let letter = 0; letter < 26; letter++) {
    row[letter] = FREQUENCIES[levelAt(start + letter)] ?? 1;
  }
  return row;
}

/** The words that begin with the same two letters are a group, packed by itself. */
export const GROUPS = 26 * 26;

export function groupOf(first: number, second: number): number {
  return first * 26 + second;
}

/** A word behind another in alphabetical order; letters are 0 for a to 25 for z. */
export interface CodedWord {
  readonly letters: readonly number[];
  /** From 0 for the commonest. */
  readonly tier: number;
}

/** How many letters a word has in common with the one before it, 0 at a group's end; and its tier. */
interface Coded {
  readonly shared: number;
  readonly tier: number;
}

/** What is expected of words, by the length of the word before, the letter, and the word's length. */
export interface WordChoices {
  readonly shared: Choice;
  readonly isEnd: Choice;
  readonly tier: Choice;
}

const END: Coded = { shared: 0, tier: 0 };

/**
 * Writes or reads the words of a group in alphabetical order, one at a call: how many letters are those
 * of the word before, then the others by what stands before them. The letters of the last word are in
 * `last`.
 */
export function wordCoding(coder: RangeCoder, choices: WordChoices, group: number) {
  const last: number[] = [Math.floor(group / 26)];
  const frequencies = new Uint16Array(26);

  const codeLetter = (least: number, wanted: number): number => {
    const [first = BOUNDARY, second = BOUNDARY] = [last[last.length - 2], last[last.length - 1]];
    frequencies.set(expectedAfter(first, second));
    frequencies.fill(0, 0, least);
    let total = 0;
    for (let letter = least; letter < 26; letter++) total += frequencies[letter] ?? 0;
    return coder.next(frequencies, total, wanted);
  };

  const next = (word?: CodedWord): Coded => {
    const length = last.length;
    const same = word ? sharedLength(word.letters, last) : 0;
    const shared = choices.shared(coder, length, same);
    if (shared === 0) return END;
    let least = shared < length ? (last[shared] ?? 0) + 1 : 0;
    last.length = shared;
    for (let isEnd = 0; isEnd === 0; ) {
      const wanted = word?.letters[last.length] ?? 0;
      const letter = last.length === 1 ? group % 26 : codeLetter(least, wanted);
      last.push(letter);
      least = 0;
      isEnd = choices.isEnd(coder, letter, last.length === word?.letters.length ? 1 : 0);
    }
    return { shared, tier: choices.tier(coder, last.length, word?.tier ?? 0) };
  };
  return { last, next };
}

function sharedLength(a: readonly number[], b: readonly number[]): number {
  let shared = 0;
  while (shared < a.length && a[shared] === b[shared]) shared++;
  return shared;
}
