import { type Chars, DIGIT, LOWER, SYMBOL, UPPER } from "./chars.ts";

/** How a stretch of a value is explained. */
export type PartKind =
  | "any"
  | "alphanumeric"
  | "hex"
  | "lowerDigit"
  | "digits"
  | "text"
  | "alternation"
  | "mash"
  | "walk"
  | "copy"
  | "weave"
  | "word"
  | "separator"
  | "year";

/**
 * Coders of stretches: those of random signs first, then those that `explain.ts` computes. To begin
 * a part, to go on with it and to leave it are choices with these costs in bits. Over all that can
 * begin at one place the chances add up to less than one, so the whole is a prefix code.
 */
const CODERS: readonly (readonly [PartKind, number, number, number])[] = [
  ["any", 6, 0.03, 5.5],
  ["alphanumeric", 5.5, 0.03, 5.5],
  ["hex", 5.5, 0.03, 5.5],
  ["lowerDigit", 6, 0.03, 5.5],
  ["digits", 3.2, 0.4, 2.1],
  ["text", 3.5, 0.15, 3.4],
  ["alternation", 6, 0.02, 6.2],
  ["walk", 3.7, 0.25, 2.7],
  ["copy", 3.7, 0, 5],
  ["mash", 6, 0.03, 5.5],
  ["weave", 6, 0.1, 4],
];

/** A walk begins anywhere: its first sign is no step. */
export const WALK = 7;
export const FIRST_STEP_BITS = 5.3;

export const RANDOM_CODERS = 5;
export const CODER_COUNT = CODERS.length;
export const START = Float64Array.from(CODERS, ([, start]) => start);
/** At the very beginning: people begin with a word, or take turns from the first sign on. */
export const FIRST = Float64Array.from(CODERS, ([kind, start]) =>
  kind === "text" ? 2.5 : kind === "alternation" ? 4.5 : start + 1,
);
export const FIRST_WORD_BITS = 0.9;
export const STAY = Float64Array.from(CODERS, ([, , stay]) => stay);
export const EXIT = Float64Array.from(CODERS, ([, , , exit]) => exit);

const KINDS: readonly PartKind[] = [...CODERS.map(([kind]) => kind), "word", "separator", "year"];

/** Parts of a fixed length, in one step. */
export const WORD = KINDS.indexOf("word");
export const SEPARATOR = KINDS.indexOf("separator");
export const YEAR = KINDS.indexOf("year");
export const WORD_BITS = 1.8;
export const SEPARATOR_BITS = 2.5;
export const YEAR_BITS = 5;

export function partKind(coder: number): PartKind {
  return KINDS[coder] ?? "any";
}

/** Kinds of characters to the random coders: the rows of {@link RANDOM_BITS}. */
const NEVER = 16;

/** What a character costs to each random coder, by `signClass * RANDOM_CODERS + coder`, in bits. */
export const RANDOM_BITS = Float64Array.from(
  [
    [6.58, 5.96, 4, 5.17, NEVER], // a to f
    [6.58, 5.96, NEVER, 5.17, NEVER], // g to z
    [6.58, 5.96, 4, NEVER, NEVER], // A to F
    [6.58, 5.96, NEVER, NEVER, NEVER], // G to Z
    [6.58, 5.96, 4, 5.17, 3.33], // digits
    [6.58, NEVER, NEVER, NEVER, NEVER], // other signs of ASCII
    [8, NEVER, NEVER, NEVER, NEVER], // Latin-1
    [16, NEVER, NEVER, NEVER, NEVER], // beyond
  ].flat(),
);

export function signClass({ kind, letter, code }: Chars, at: number): number {
  const own = kind[at] ?? 0;
  if (own === DIGIT) return 4;
  if (own === LOWER) return (letter[at] ?? 9) < 6 ? 0 : 1;
  if (own === UPPER) return (letter[at] ?? 9) < 6 ? 2 : 3;
  if (own === SYMBOL) return 5;
  return (code[at] ?? 0) < 256 ? 6 : 7;
}
