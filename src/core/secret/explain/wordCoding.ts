import { newChoices, type RangeCoder } from "../rangeReader.ts";
import { BOUNDARY, LEVELS } from "./letterCoding.ts";

/** Words are of 2 to 15 letters, and of one of so many tiers. */
const LONGEST_WORD = 15;
const TIERS = 4;

/** How often a letter of each level is expected among 2048. */
const FREQUENCIES = LEVELS.map((bits) => Math.max(1, Math.round(2048 * 2 ** -bits)));

/** What a letter that came counts for where it comes again. */
const LEARNT = 24;

/** A word behind another in alphabetical order; letters are 0 for a to 25 for z. */
export interface CodedWord {
  readonly letters: readonly number[];
  /** From 0 for the commonest. */
  readonly tier: number;
}

/** How many letters a word has in common with the one before it, and its tier. */
interface Coded {
  readonly shared: number;
  readonly tier: number;
}

/**
 * Writes or reads words in alphabetical order, one at a call: how many letters are those of the word
 * before, then the others by what stands before them. The letters of the last word are in `last`.
 */
export function wordCoding(coder: RangeCoder, levels: Uint8Array) {
  const shares = newChoices(LONGEST_WORD + 1, LONGEST_WORD + 1);
  const ends = newChoices(27 * 26, 2);
  const tiers = newChoices(LONGEST_WORD + 1, TIERS);
  const last: number[] = [];
  const learnt = Uint16Array.from(levels, (level) => FREQUENCIES[level] ?? 1);
  const frequencies = new Uint16Array(26);

  const codeLetter = (least: number, wanted: number): number => {
    const [first = BOUNDARY, second = BOUNDARY] = [last[last.length - 2], last[last.length - 1]];
    const context = (first * 27 + second) * 26;
    let total = 0;
    frequencies.fill(0, 0, least);
    for (let letter = least; letter < 26; letter++) {
      const own = learnt[context + letter] ?? 1;
      frequencies[letter] = own;
      total += own;
    }
    const letter = coder.next(frequencies, total, wanted);
    learnt[context + letter] = (learnt[context + letter] ?? 1) + LEARNT;
    return letter;
  };

  const next = (word?: CodedWord): Coded => {
    const length = last.length;
    const same = word ? sharedLength(word.letters, last) : 0;
    const shared = shares[length]?.(coder, same) ?? 0;
    let least = shared < length ? (last[shared] ?? 0) + 1 : 0;
    last.length = shared;
    for (let isEnd = 0; isEnd === 0; ) {
      const before = last[last.length - 1] ?? BOUNDARY;
      const letter = codeLetter(least, word?.letters[last.length] ?? 0);
      last.push(letter);
      least = 0;
      const ending = ends[before * 26 + letter];
      isEnd = ending?.(coder, last.length === word?.letters.length ? 1 : 0) ?? 1;
    }
    return { shared, tier: tiers[last.length]?.(coder, word?.tier ?? 0) ?? 0 };
  };
  return { last, next };
}

function sharedLength(a: readonly number[], b: readonly number[]): number {
  let shared = 0;
  while (shared < a.length && a[shared] === b[shared]) shared++;
  return shared;
}
