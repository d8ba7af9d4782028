import { alternationBits } from "./alternation.ts";
import { type Chars, DIGIT, LOWER, takeApart, UPPER } from "./chars.ts";
import { copyBits } from "./copy.ts";
import { letterCaseBits } from "./letterCase.ts";
import { childOf, lexicon } from "./lexicon.ts";
import { LEET_BITS, SEPARATORS, textBits } from "./text.ts";
import { walkBits, walkHits } from "./walk.ts";

/** How a stretch of a value is best explained. */
export type PartKind =
  | "any"
  | "alphanumeric"
  | "hex"
  | "lowerDigit"
  | "lower"
  | "upper"
  | "digits"
  | "text"
  | "alternation"
  | "walk"
  | "copy"
  | "word"
  | "separator"
  | "year";

export interface Part {
  readonly kind: PartKind;
  readonly start: number;
  readonly end: number;
  readonly bits: number;
}

/** The shortest description of a value that we know, in bits, and what it is made of. */
export interface Explanation {
  readonly bits: number;
  readonly parts: readonly Part[];
  /** Bit masks of the tracks walked, per character: see `walk.ts`. */
  readonly walked: Int32Array;
}

/** Bits to begin a part of this kind, to go on with it, and to leave it. */
interface Coder {
  readonly kind: PartKind;
  readonly start: number;
  readonly stay: number;
  readonly exit: number;
}

const CODERS: readonly Coder[] = [
  { kind: "any", start: 6, stay: 0.03, exit: 5.5 },
  { kind: "alphanumeric", start: 5.5, stay: 0.03, exit: 5.5 },
  { kind: "hex", start: 5.5, stay: 0.03, exit: 5.5 },
  { kind: "lowerDigit", start: 6, stay: 0.03, exit: 5.5 },
  { kind: "lower", start: 5.5, stay: 0.06, exit: 4.5 },
  { kind: "upper", start: 6, stay: 0.06, exit: 4.5 },
  { kind: "digits", start: 3, stay: 0.4, exit: 2 },
  { kind: "text", start: 3.5, stay: 0.15, exit: 3.3 },
  { kind: "alternation", start: 6, stay: 0.02, exit: 6 },
  { kind: "walk", start: 3.5, stay: 0.25, exit: 2.7 },
  { kind: "copy", start: 3.5, stay: 0.1, exit: 4 },
];

const WORD = CODERS.length;
const SEPARATOR = WORD + 1;
const YEAR = WORD + 2;
const JUMPS: readonly PartKind[] = ["word", "separator", "year"];
const WORD_BITS = 1.7;
/** What naming a word of each tier costs; index 0 is no word. */
const TIER_BITS = [0, 9, 11, 12.5, 13.5] as const;

export function explain(value: string): Explanation {
  const chars = takeApart(value);
  const caseBits = letterCaseBits(chars);
  const walked = walkHits(chars);
  const costs = [
    ...randomBits(chars),
    textBits(chars, caseBits),
    alternationBits(chars),
    walkBits(chars, walked, caseBits),
    copyBits(chars),
  ];
  return { ...cheapest(chars, caseBits, costs), walked };
}

function randomBits({ length, kind, code, letter }: Chars): Float64Array[] {
  const rows = Array.from({ length: 7 }, () => new Float64Array(length).fill(16));
  const set = (row: number, at: number, bits: number) => {
    const cells = rows[row];
    if (cells) cells[at] = bits;
  };
  for (let at = 0; at < length; at++) {
    const own = kind[at];
    const isLetter = own === LOWER || own === UPPER;
    set(0, at, (code[at] ?? 0) < 127 ? 6.6 : (code[at] ?? 0) < 256 ? 8 : 16);
    if (isLetter || own === DIGIT) set(1, at, 5.96);
    if (own === DIGIT || (isLetter && (letter[at] ?? 9) < 6)) set(2, at, 4);
    if (own === LOWER || own === DIGIT) set(3, at, 5.17);
    if (own === LOWER) set(4, at, 4.7);
    if (own === UPPER) set(5, at, 4.7);
    if (own === DIGIT) set(6, at, 3.33);
  }
  return rows;
}

/** The cheapest way through all coders and jumps: one pass, best[i] = bits of the first i characters. */
function cheapest(chars: Chars, caseBits: Float64Array, costs: readonly Float64Array[]) {
  const { length } = chars;
  const best = new Float64Array(length + 1).fill(Number.POSITIVE_INFINITY);
  const from = new Int32Array(length + 1);
  const by = new Uint8Array(length + 1);
  best[0] = 0;
  const running = new Float64Array(CODERS.length).fill(Number.POSITIVE_INFINITY);
  const since = new Int32Array(CODERS.length);
  const arrive = (at: number, bits: number, start: number, coder: number) => {
    if (bits >= (best[at] ?? 0)) return;
    best[at] = bits;
    from[at] = start;
    by[at] = coder;
  };
  for (let at = 0; at < length; at++) {
    const here = best[at] ?? 0;
    jump(chars, caseBits, at, here, arrive);
    for (let index = 0; index < CODERS.length; index++) {
      const coder = CODERS[index];
      if (!coder) continue;
      const going = (running[index] ?? 0) + coder.stay;
      const fresh = here + coder.start;
      if (fresh < going) since[index] = at;
      const bits = Math.min(going, fresh) + (costs[index]?.[at] ?? 16);
      running[index] = bits;
      arrive(at + 1, bits + (at + 1 < length ? coder.exit : 0), since[index] ?? 0, index);
    }
  }
  return { bits: best[length] ?? 0, parts: trace(length, best, from, by) };
}

function trace(length: number, best: Float64Array, from: Int32Array, by: Uint8Array): Part[] {
  const parts: Part[] = [];
  for (let end = length; end > 0; ) {
    const start = from[end] ?? 0;
    const index = by[end] ?? 0;
    const kind = CODERS[index]?.kind ?? JUMPS[index - WORD] ?? "any";
    parts.push({ kind, start, end, bits: (best[end] ?? 0) - (best[start] ?? 0) });
    end = start;
  }
  return parts.reverse();
}

type Arrive = (at: number, bits: number, start: number, coder: number) => void;

function jump(chars: Chars, caseBits: Float64Array, at: number, here: number, arrive: Arrive) {
  const sign = SEPARATORS.indexOf(String.fromCharCode(chars.code[at] ?? 0));
  if (sign >= 0) arrive(at + 1, here + 3.5 + sign / 2, at, SEPARATOR);
  if (isYear(chars, at)) arrive(at + 4, here + 5 + 7, at, YEAR);
  spell(chars, caseBits, at, 0, at, here + WORD_BITS, arrive);
}

function isYear({ code }: Chars, at: number): boolean {
  const century = ((code[at] ?? 0) - 48) * 10 + (code[at + 1] ?? 0) - 48;
  const isDigit = (unit = 0) => unit >= 48 && unit <= 57;
  return (century === 19 || century === 20) && isDigit(code[at + 2]) && isDigit(code[at + 3]);
}

/** Follows every word that can be read from here, leet included. */
function spell(
  chars: Chars,
  caseBits: Float64Array,
  start: number,
  node: number,
  at: number,
  bits: number,
  arrive: Arrive,
): void {
  const tree = lexicon();
  const tier = tree.tier[node] ?? 0;
  if (tier > 0) arrive(at, bits + (TIER_BITS[tier] ?? 14), start, WORD);
  if (at >= chars.length) return;
  const letter = chars.letter[at] ?? -1;
  const leet = chars.leet[at] ?? -1;
  const wanted = letter >= 0 ? letter : leet;
  if (wanted < 0) return;
  const cost = bits + (letter >= 0 ? (caseBits[at] ?? 0) : LEET_BITS);
  const next = childOf(tree, node, wanted);
  if (next) spell(chars, caseBits, start, next, at + 1, cost, arrive);
  if (leet === 8) {
    const other = childOf(tree, node, 11);
    if (other) spell(chars, caseBits, start, other, at + 1, cost, arrive);
  }
}
