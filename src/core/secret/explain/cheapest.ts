import { type Chars, DIGIT, isHexadecimal, SYMBOL, USUAL_LENGTH } from "./chars.ts";
import {
  CODER_COUNT,
  EXIT,
  FIRST,
  FIRST_STEP_BITS,
  FIRST_WORD_BITS,
  partKind,
  RANDOM_BITS,
  RANDOM_CODERS,
  SEPARATOR,
  SEPARATOR_BITS,
  START,
  STAY,
  signClass,
  WALK,
  WORD,
  WORD_BITS,
  YEAR,
  YEAR_BITS,
} from "./coders.ts";
import type { Part } from "./explain.ts";
import { type Spelled, spell, spelled } from "./spell.ts";

/** The cheapest way to each position of a value. */
interface Ways {
  /** Bits of the first so many characters. */
  readonly bits: Float64Array;
  /** Where the last part began. */
  readonly from: Int32Array;
  /** What codes the last part. */
  readonly by: Uint8Array;
}

let words: Spelled | undefined;

/** What is known of each character before any coder looks at it, in bits. */
export interface SignBits {
  /** Small letter or capital. */
  readonly caseBits: Float64Array;
  /** The same, and plain letter or sign of leet. */
  readonly spelling: Float64Array;
  /** Which of the signs that are neither letter nor digit. */
  readonly symbols: Float64Array;
}

/** A shorter random part is a few odd signs in a text, not a token. */
export const SHORTEST_TOKEN = 16;

/** The cheapest way through all coders, from left to right in one pass. */
export function cheapest(
  chars: Chars,
  signs: SignBits,
  costs: readonly (Float64Array | undefined)[],
): { bits: number; parts: Part[] } {
  const { length } = chars;
  const ways = waysFor(length);
  runs.bits.fill(Number.POSITIVE_INFINITY);
  words ??= spelled();
  activate(chars, costs);
  for (let at = 0; at < length; at++) {
    jump(chars, signs, at, ways, words);
    const row = signClass(chars, at) * RANDOM_CODERS;
    for (let index = 0; index < active.count; index++) {
      const coder = active.coders[index] ?? 0;
      signCosts[coder] =
        coder < RANDOM_CODERS
          ? (RANDOM_BITS[row + coder] ?? 0)
          : (costs[coder - RANDOM_CODERS]?.[at] ?? 0);
    }
    take(ways, at, length);
    if (at + 1 < length) beginWalk(ways, at, signs.caseBits);
  }
  return { bits: ways.bits[length] ?? 0, parts: trace(length, ways) };
}

/** The coders that can help with a value at all, `count` of them. */
const active = { count: 0, coders: new Uint8Array(CODER_COUNT) };

function activate(chars: Chars, costs: readonly (Float64Array | undefined)[]): void {
  const { others, longestHex, longestLower } = chars;
  const isHex = isHexadecimal(chars);
  active.count = 0;
  const add = (coder: number, isUseful: boolean) => {
    if (isUseful) active.coders[active.count++] = coder;
  };
  // Each costs its time at every character, so those that cannot win are left out. By their places
  // among the coders: any, alphanumeric, hex, small letters and digits, digits.
  add(0, others > 0 && !isHex);
  add(1, !isHex);
  add(2, longestHex >= SHORTEST_TOKEN);
  add(3, longestLower >= SHORTEST_TOKEN && !isHex);
  add(4, others > 0);
  for (let row = 0; row < costs.length; row++) add(RANDOM_CODERS + row, costs[row] !== undefined);
}

let paths: Ways | undefined;

/** The memory for the ways of one value, used again for the next. */
function waysFor(length: number): Ways {
  if (length <= USUAL_LENGTH) paths ??= newWays(USUAL_LENGTH);
  const ways = length <= USUAL_LENGTH && paths ? paths : newWays(length);
  ways.bits.fill(Number.POSITIVE_INFINITY, 0, length + 1);
  ways.bits[0] = 0;
  return ways;
}

function newWays(length: number): Ways {
  const size = length + 1;
  return { bits: new Float64Array(size), from: new Int32Array(size), by: new Uint8Array(size) };
}

/** The coders' parts that are going on: what they cost so far, and where each began. */
const runs = { bits: new Float64Array(CODER_COUNT), since: new Int32Array(CODER_COUNT) };

/** What the current character costs to each coder. */
const signCosts = new Float64Array(CODER_COUNT);

/** Lets every coder take one character: as one more of its part, or as the first of a new one. */
function take({ bits, from, by }: Ways, at: number, length: number): void {
  const here = bits[at] ?? 0;
  const isLast = at + 1 === length;
  const begin = at === 0 ? FIRST : START;
  let best = bits[at + 1] ?? 0;
  let winner = -1;
  const { count, coders } = active;
  for (let index = 0; index < count; index++) {
    const coder = coders[index] ?? 0;
    const going = (runs.bits[coder] ?? 0) + (STAY[coder] ?? 0);
    const fresh = here + (begin[coder] ?? 0);
    if (fresh < going) runs.since[coder] = at;
    const cost = Math.min(fresh, going) + (signCosts[coder] ?? 0);
    runs.bits[coder] = cost;
    const whole = isLast ? cost : cost + (EXIT[coder] ?? 0);
    if (whole >= best) continue;
    best = whole;
    winner = coder;
  }
  if (winner < 0) return;
  bits[at + 1] = best;
  from[at + 1] = runs.since[winner] ?? 0;
  by[at + 1] = winner;
}

/** A walk may begin with any character, which then is no step of a walk and costs less than one. */
function beginWalk({ bits }: Ways, at: number, caseBits: Float64Array): void {
  const cost = (bits[at] ?? 0) + (START[WALK] ?? 0) + FIRST_STEP_BITS + (caseBits[at] ?? 0);
  if (cost >= (runs.bits[WALK] ?? 0)) return;
  runs.bits[WALK] = cost;
  runs.since[WALK] = at;
}

function arrive(ways: Ways, at: number, bits: number, start: number, coder: number): void {
  if (bits >= (ways.bits[at] ?? 0)) return;
  ways.bits[at] = bits;
  ways.from[at] = start;
  ways.by[at] = coder;
}

function jump(chars: Chars, signs: SignBits, at: number, ways: Ways, found: Spelled): void {
  const here = ways.bits[at] ?? 0;
  if (chars.kind[at] === SYMBOL) {
    arrive(ways, at + 1, here + SEPARATOR_BITS + (signs.symbols[at] ?? 0), at, SEPARATOR);
  }
  if (isYear(chars, at)) arrive(ways, at + 4, here + YEAR_BITS + 7, at, YEAR);
  const begin = at === 0 ? FIRST_WORD_BITS : WORD_BITS;
  spell(chars, signs.spelling, at, found);
  for (let index = 0; index < found.count; index++) {
    const bits = here + begin + (found.bits[index] ?? 0);
    arrive(ways, found.ends[index] ?? at + 1, bits, at, WORD);
  }
}

function isYear({ length, kind, code }: Chars, at: number): boolean {
  if (at + 4 > length || kind[at] !== DIGIT) return false;
  const century = ((code[at] ?? 0) - 48) * 10 + (code[at + 1] ?? 0) - 48;
  return (century === 19 || century === 20) && kind[at + 2] === DIGIT && kind[at + 3] === DIGIT;
}

function trace(length: number, { from, by }: Ways): Part[] {
  const parts: Part[] = [];
  for (let end = length; end > 0; ) {
    const start = from[end] ?? 0;
    parts.push({ kind: partKind(by[end] ?? 0), start, end });
    end = start;
  }
  return parts.reverse();
}
