import { takeApart } from "../../src/core/secret/explain/chars.ts";
import { walkHits } from "../../src/core/secret/explain/walk.ts";
import { jargon } from "./jargon.ts";
import { packagedWords } from "./lists.ts";
import { romanised } from "./romanised.ts";

/** Words by likelihood; `bits` is what naming one costs among all of them. */
export interface RankedWord {
  readonly word: string;
  readonly tier: number;
}

/** How many words each tier holds, the likeliest first; what one costs stands in `lexicon.ts`. */
const TIER_SIZES = [240, 900, 2200, 7700] as const;

/** Source, how many of its words, and how much rarer than English ones of the same rank they are. */
const SOURCES: readonly (readonly [string, string, number, number])[] = [
  ["en", "commonWords", 12_000, 1],
  ["es-es", "commonWords", 2000, 3],
  ["fr", "commonWords", 2000, 3],
  ["de", "commonWords", 2400, 3],
  ["pt-br", "commonWords", 1500, 3],
  ["it", "commonWords", 1800, 4],
  ["nl-be", "commonWords", 600, 6],
  ["pl", "commonWords", 500, 8],
  ["ja", "commonWords", 500, 5],
  ["en", "firstnames", 600, 6],
  ["common", "passwords", 2500, 3],
];

/** Shorter words of so many languages are like any other few letters. */
const SHORTEST_ROMANISED = 3;
/** How rare the commonest word of such a language is, as a rank among English ones. */
const ROMANISED_RANK = 2500;

/** The words to know, each once, in alphabetical order. */
export function rankedWords(): readonly RankedWord[] {
  const rarity = new Map<string, number>();
  const offer = (word: string, value: number) =>
    rarity.set(word, Math.min(value, rarity.get(word) ?? Number.POSITIVE_INFINITY));
  for (const [rank, word] of jargon().entries()) if (isUsable(word)) offer(word, rank * 1.5);
  for (const [language, list, count, factor] of SOURCES) {
    const most = list === "passwords" ? 0.7 : 1;
    const words = packagedWords(language, list).filter((word) => isUsable(word, most));
    words.slice(0, count).forEach((word, rank) => {
      offer(word, rank * factor);
    });
  }
  for (const words of romanised()) {
    const usable = words.filter((word) => word.length > SHORTEST_ROMANISED && isUsable(word));
    usable.forEach((word, rank) => {
      offer(word, ROMANISED_RANK + 10 * rank);
    });
  }
  const total = TIER_SIZES.reduce((sum, size) => sum + size, 0);
  return [...rarity]
    .sort(([a, x], [b, y]) => x - y || (a < b ? -1 : 1))
    .slice(0, total)
    .map(([word], rank) => ({ word, tier: tierOf(rank) }))
    .sort((a, b) => (a.word < b.word ? -1 : 1));
}

/** One letter explains nothing; beyond 15 the front coding has no sign for the shared part. */
function isUsable(word: string, mostSteps = 0.7): boolean {
  return /^[a-z]{2,15}$/.test(word) && !isWalk(word, mostSteps);
}

function tierOf(rank: number): number {
  let tier = 0;
  for (let last = TIER_SIZES[0] ?? 0; rank >= last && tier < TIER_SIZES.length - 1; ) {
    tier++;
    last += TIER_SIZES[tier] ?? 0;
  }
  return tier;
}

/** What runs along a keyboard is better called so than a word: `qazwsx`, `asdfgh`. */
function isWalk(word: string, mostSteps: number): boolean {
  if (word.length < 5) return ["qwer", "asdf", "zxcv", "abcd"].includes(word);
  const hits = new Int16Array(word.length);
  walkHits(takeApart(word), 1, hits);
  return hits.filter((hit) => hit !== 0).length >= mostSteps * (word.length - 1);
}
