import { SHORTEST_TOKEN } from "./explain/cheapest.ts";
import type { PartKind } from "./explain/coders.ts";
import type { Explanation, Part } from "./explain/explain.ts";

/** Bits per sign of the parts that a generator makes. */
const RANDOM_RATE: Partial<Record<PartKind, number>> = {
  any: 6.4,
  alphanumeric: Math.log2(62),
  hex: 4,
  lowerDigit: Math.log2(36),
};

/** What is asked of a text that stood in an encoding. */
const INSIDE_MARGIN = 6;

/** Fewer bits than this come out of no generator, whatever they look like. */
const FEWEST_RANDOM_BITS = 32;

/**
 * Values that hardly any generator makes, and people make all day: what they must save at up to
 * twenty characters. Letters of one case may even cost more than drawn ones would, as those cost
 * still more. Longer values can be asked for more.
 */
const LEANINGS: readonly (readonly [RegExp, number])[] = [
  [/^[a-z\s_.,'-]+$/, -4],
  [/^[A-Z\s_.,'-]+$/, -4],
  [/^[\d\s/+().:,_-]+$/, 2],
  [/^[A-Z]?[a-z]+\d+$/, 2],
  [/^(?:[A-Z]?[a-z]{3,}[\s_.-]?\d{1,4}[\s_.-]?)+$/, 4],
  [/^(?:[A-Z][a-z]{3,})+\W?$/, 2],
  [/^[[{]\s*"[\w -]+"\s*[:,\]]/, -20],
  [/^v?\d+(?:\.\d+)+$/, -9],
];

/** 32, 48 and 64 bytes in base64 (padded or not), hexadecimal and base32. */
const USUAL_LENGTHS: ReadonlySet<number> = new Set([43, 44, 52, 56, 64, 86, 88, 96, 128]);

/**
 * How many bits a description must save before a value counts as made by a person.
 *
 * The descriptions are a prefix code, so by Kraft's inequality a value drawn at random from a shape
 * of B bits has one shorter than B - m with a chance below 2^-m: 5 in 10^7 at 21 bits, 4 in 10^6 at
 * 18. That is a bound; `bench/judge.ts` measures less. Values as long as 32 bytes are in the usual
 * encodings come from generators far more often than from people, so more is asked for there. Short
 * values cannot save that much; there a share of their bits is asked for, and a random one of 48 bits
 * is mistaken at most once in 200.
 */
function marginFor(value: string, surface: number): number {
  const isUsual = surface >= 200 && USUAL_LENGTHS.has(value.length);
  const most = isUsual ? 21 : Math.min(18, Math.max(2, surface * 0.16));
  const leaning = LEANINGS.find(([form]) => form.test(value));
  return leaning ? Math.min(most, leaning[1] + Math.max(0, value.length - 20) / 2) : most;
}

/**
 * True where the explanation of a value shows a maker: it is shorter than chance allows. `isInside`
 * says that the value is the readable text behind an encoding, which alone shows that it was written.
 */
export function isMade(value: string, bits: number, surface: number, isInside = false): boolean {
  if (surface < FEWEST_RANDOM_BITS) return true;
  const margin = marginFor(value, surface);
  return surface - bits >= (isInside ? Math.min(INSIDE_MARGIN, margin) : margin);
}

/** The bits of the random tokens inside a value: a word before 64 hexadecimal digits hides nothing. */
export function tokenBits({ parts }: Explanation): number {
  return parts.reduce((sum, part) => sum + bitsOfToken(part), 0);
}

function bitsOfToken({ kind, start, end }: Part): number {
  return end - start < SHORTEST_TOKEN ? 0 : (end - start) * (RANDOM_RATE[kind] ?? 0);
}
