import { SHORTEST_TOKEN } from "./explain/cheapest.ts";
import type { Part } from "./explain/explain.ts";
import { explain } from "./explain/explain.ts";
import { type Layer, layer } from "./layer.ts";

/** A random part of a value that has words around it. */
export interface Token {
  readonly inner: Layer;
  /** The words before it, or those behind it where none are before it. */
  readonly words: string;
  /** What describing all but the token costs, in bits. */
  readonly around: number;
}

/** In longer values the random parts that were found are enough. */
const LONGEST = 2048;
/** Words stand in so many characters before a token, and in so many behind it. */
const LONGEST_BEFORE = 48;
const LONGEST_BEHIND = 16;

/** Parts that words and fingers make: no token is full of them. */
const TOLD: ReadonlySet<Part["kind"]> = new Set(["word", "separator", "year", "walk", "copy"]);

/** Only the signs of the usual encodings, of two kinds: what programs print behind a prefix. */
const TOKEN = /^(?=\D*\d|(?=[^a-z]*[a-z])[^A-Z]*[A-Z])(?:[\w-]+|[A-Za-z\d+/]+={0,2})$/;

/** Words and numbers of versions, and what stands between them. */
const BEFORE = /^(?:[A-Za-z]+\d{0,4}[^A-Za-z0-9]{1,2}){0,6}$/;
const BEHIND = /^(?:[^A-Za-z0-9]{1,2}(?:[A-Za-z]+|\d+)?){0,2}$/;

const SEPARATOR = /[^A-Za-z0-9]/g;

/**
 * What can be a token behind a few words and before a few others, the likeliest first: `prod_` and
 * 64 hexadecimal digits. Empty where words tell nearly all of the value.
 */
export function tokensIn({ value, explanation }: Layer): readonly Token[] {
  if (value.length > LONGEST) return [];
  const untold = explanation.parts.filter(({ kind }) => !TOLD.has(kind));
  if (untold.reduce((sum, { start, end }) => sum + end - start, 0) < SHORTEST_TOKEN) return [];
  const found: Token[] = [];
  const ends = endsIn(value, explanation.parts);
  for (const start of startsIn(value, explanation.parts)) {
    for (const end of ends) {
      if (end - start < SHORTEST_TOKEN || end - start === value.length) continue;
      const [before, text, behind] = [
        value.slice(0, start),
        value.slice(start, end),
        value.slice(end),
      ];
      if (!BEFORE.test(before) || !BEHIND.test(behind) || !TOKEN.test(text)) continue;
      const inner = layer(text);
      found.push({ inner, words: before || behind, around: costOf(before) + costOf(behind) });
    }
  }
  return found.sort((a, b) => totalBits(a) - totalBits(b));
}

/** A token may begin like a word or a year: then the longer one is it. */
const BY_CHANCE_BITS = 16;

/** The longest that is not much less likely than the likeliest of them. */
export function longestLike(
  likeliest: Token,
  tokens: readonly Token[],
  isToken: (token: Token) => boolean,
): Token {
  const most = totalBits(likeliest) + BY_CHANCE_BITS;
  return tokens
    .filter(
      (token) => totalBits(token) <= most && token.inner.shape.bits > likeliest.inner.shape.bits,
    )
    .filter(isToken)
    .reduce((a, b) => (b.inner.shape.bits > a.inner.shape.bits ? b : a), likeliest);
}

function totalBits({ inner, around }: Token): number {
  return inner.shape.surface + around;
}

function startsIn(value: string, parts: readonly Part[]): readonly number[] {
  const before = value.slice(0, LONGEST_BEFORE);
  const separators = Array.from(before.matchAll(SEPARATOR), ({ index }) => index + 1);
  const edges = parts.map(({ start }) => start).filter((start) => start < LONGEST_BEFORE);
  return [...new Set([0, ...separators, ...edges])];
}

function endsIn(value: string, parts: readonly Part[]): readonly number[] {
  const first = Math.max(0, value.length - LONGEST_BEHIND);
  const behind = value.slice(first);
  const separators = Array.from(behind.matchAll(SEPARATOR), ({ index }) => first + index);
  const edges = parts.map(({ end }) => end).filter((end) => end > first);
  return [...new Set([value.length, ...separators, ...edges])];
}

function costOf(text: string): number {
  return text === "" ? 0 : explain(text).bits;
}
