import {
  GROUPS,
  groupOf,
  LONGEST_WORD,
  TIERS,
  type WordChoices,
  wordCoding,
} from "../../src/core/secret/explain/wordCoding.ts";
import { choiceOf, type RangeCoder } from "../../src/core/secret/rangeReader.ts";
import { packBytes, packLengths, type Tally, tally } from "./packing.ts";
import { rangeWriter } from "./rangeWriter.ts";
import { rankedWords } from "./words.ts";

interface Word {
  readonly letters: readonly number[];
  readonly tier: number;
}

/** The constants of `words.ts`: the words in groups that are read one by one. */
export function packWords(): Readonly<Record<string, unknown>> {
  const groups = groupedWords();
  const counts = {
    shared: tally(LONGEST_WORD + 1, LONGEST_WORD + 1),
    isEnd: tally(26, 2),
    tier: tally(LONGEST_WORD + 1, TIERS),
  };
  const counting = {
    shared: countingWith(counts.shared),
    isEnd: countingWith(counts.isEnd),
    tier: countingWith(counts.tier),
  };
  let nodes = 0;
  groups.forEach((words, group) => {
    nodes += writeGroup(rangeWriter(), counting, words, group);
  });
  const packed = {
    shared: counts.shared.packed(),
    isEnd: counts.isEnd.packed(),
    tier: counts.tier.packed(),
  };
  const choices = {
    shared: choiceOf(packed.shared, LONGEST_WORD + 1),
    isEnd: choiceOf(packed.isEnd, 2),
    tier: choiceOf(packed.tier, TIERS),
  };
  const parts = groups.map((words, group) => {
    if (words.length === 0) return [];
    const writer = rangeWriter();
    writeGroup(writer, choices, words, group);
    return writer.bytes();
  });
  return {
    WORDS: packBytes(parts.flat()),
    LENGTHS: packLengths(parts.map((part) => part.length)),
    COUNTS: packed,
    SIZES: { words: groups.flat().length, nodes },
  };
}

function groupedWords(): readonly (readonly Word[])[] {
  const groups: Word[][] = Array.from({ length: GROUPS }, () => []);
  for (const { word, tier } of rankedWords()) {
    const letters = Array.from(word, (letter) => letter.charCodeAt(0) - 97);
    groups[groupOf(letters[0] ?? 0, letters[1] ?? 0)]?.push({ letters, tier });
  }
  return groups;
}

/** Writes the words and the group's end; gives how many nodes they take. */
function writeGroup(
  coder: RangeCoder,
  choices: WordChoices,
  words: readonly Word[],
  group: number,
): number {
  if (words.length === 0) return 0;
  const coding = wordCoding(coder, choices, group);
  let nodes = 0;
  for (const word of words) nodes += word.letters.length - coding.next(word).shared;
  coding.next();
  return nodes;
}

function countingWith(counts: Tally) {
  return (_: unknown, situation: number, number: number) => {
    counts.note(situation, number);
    return number;
  };
}
