import { BOUNDARY, LEVELS } from "../../src/core/secret/explain/letterCoding.ts";
import { packagedWords, publicSecrets } from "./lists.ts";
import { romanised } from "./romanised.ts";

const LANGUAGES: readonly (readonly [string, string, number])[] = [
  ["en", "commonWords", 5],
  ["en", "firstnames", 0.5],
  ["en", "lastnames", 0.5],
  ["es-es", "commonWords", 2],
  ["fr", "commonWords", 2],
  ["de", "commonWords", 2.5],
  ["pt-br", "commonWords", 2],
  ["it", "commonWords", 1.5],
  ["nl-be", "commonWords", 1],
  ["pl", "commonWords", 1],
  ["ja", "wikipedia", 1.2],
  ["ja", "lastnames", 0.4],
];

/**
 * How costly each letter is after the two before it, over many languages in Latin script.
 * Half of the words run on without a separator, as in passphrases.
 */
export function letterLevels(secretsPath: string): number[] {
  const counts = new Float64Array(27 * 27 * 26);
  for (const [language, list, weight] of LANGUAGES) {
    count(packagedWords(language, list).slice(0, 20_000), weight, counts);
  }
  for (const words of romanised()) count(words, words.length / 250, counts);
  // Typed by people of many countries: pinyin and names that no packaged list has.
  const typed = publicSecrets(secretsPath).filter((word) => /^[a-z]{5,24}$/.test(word));
  count(typed, 1, counts, 0);
  return quantize(counts);
}

/** Counts every word by Zipf's law, once behind a boundary and once behind a word before it. */
function count(words: readonly string[], weight: number, counts: Float64Array, zipf = 0.3): void {
  const total = words.reduce((sum, _, rank) => sum + (rank + 8) ** -zipf, 0);
  words.forEach((word, rank) => {
    const share = (weight * (rank + 8) ** -zipf) / total;
    // Which word stands before is drawn by a fixed stride, so that every build gives the same.
    const before = words[(rank * 7919 + 13) % Math.min(words.length, 400)] ?? word;
    countWord(word, [BOUNDARY, BOUNDARY], share, counts);
    countWord(word, tail(before), share, counts);
  });
}

function countWord(word: string, context: [number, number], share: number, counts: Float64Array) {
  let [first, second] = context;
  for (const char of word) {
    const letter = char.charCodeAt(0) - 97;
    const index = (first * 27 + second) * 26 + letter;
    counts[index] = (counts[index] ?? 0) + share;
    [first, second] = [second, letter];
  }
}

function tail(word: string): [number, number] {
  const at = (offset: number) => (word.codePointAt(word.length - offset) ?? 97) - 97;
  return word.length > 1 ? [at(2), at(1)] : [BOUNDARY, at(1)];
}

function quantize(counts: Float64Array): number[] {
  const single = new Float64Array(26);
  counts.forEach((value, index) => {
    single[index % 26] = (single[index % 26] ?? 0) + value;
  });
  const all = single.reduce((sum, value) => sum + value, 0);
  return Array.from(counts, (value, index) => {
    const context = counts.subarray(index - (index % 26), index - (index % 26) + 26);
    const seen = context.reduce((sum, other) => sum + other, 0);
    const prior = 0.004;
    const chance = (value + (prior * (single[index % 26] ?? 0)) / all) / (seen + prior);
    return nearestLevel(-Math.log2(chance));
  });
}

function nearestLevel(bits: number): number {
  let best = 0;
  LEVELS.forEach((level, index) => {
    if (Math.abs(level - bits) < Math.abs((LEVELS[best] ?? 0) - bits)) best = index;
  });
  return best;
}
