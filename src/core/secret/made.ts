import type { PartKind } from "./explain/coders.ts";
import type { Explanation, Part } from "./explain/explain.ts";

/** Bits per sign of the parts that a generator makes. */
const RANDOM_RATE: Partial<Record<PartKind, number>> = {
  any: 6.4,
  alphanumeric: Math.log2(62),
  hex: 4,
  lowerDigit: Math.log2(36),
};

/** A shorter random part is a few odd signs in a text, not a token. */
const SHORTEST_TOKEN = 16;

/** What is asked of a text that stood in an encoding. */
const INSIDE_MARGIN = 6;

/** Fewer bits than this come out of no generator, whatever they look like. */
const FEWEST_RANDOM_BITS = 32;

/**
 * How many bits a description must save before a value counts as made by a person.
 *
 * The descriptions are a prefix code, so by Kraft's inequality a value drawn at random from a shape
 * of B bits has one shorter than B - m with a chance below 2^-m: 5 in 10^7 at 21 bits, 4 in 10^6 at
 * 18. That is a bound; `bench/judge.ts` measures less. Short values cannot save that much; there a
 * share of their bits is asked for, and a random one of 48 bits is mistaken at most once in 200.
 */
function marginFor(shapeBits: number): number {
  if (shapeBits >= 200) return 21;
  return Math.min(18, Math.max(2, shapeBits * 0.16));
}

/**
 * True where the explanation shows a maker: it is shorter than chance allows. `isInside` says that
 * the value is the readable text behind an encoding, which alone shows that somebody wrote it.
 */
export function isMade(bits: number, shapeBits: number, isInside = false): boolean {
  const margin = isInside ? Math.min(INSIDE_MARGIN, marginFor(shapeBits)) : marginFor(shapeBits);
  return shapeBits < FEWEST_RANDOM_BITS || shapeBits - bits >= margin;
}

/** The bits of the random tokens inside a value: a word before 64 hexadecimal digits hides nothing. */
export function tokenBits({ parts }: Explanation): number {
  return parts.reduce((sum, part) => sum + bitsOfToken(part), 0);
}

function bitsOfToken({ kind, start, end }: Part): number {
  return end - start < SHORTEST_TOKEN ? 0 : (end - start) * (RANDOM_RATE[kind] ?? 0);
}
