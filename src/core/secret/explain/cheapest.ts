import { type Chars, DIGIT } from "./chars.ts";
import {
  CODER_COUNT,
  EXIT,
  FIRST_STEP_BITS,
  partKind,
  RANDOM_CODERS,
  randomBits,
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
import { separatorRank } from "./text.ts";

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

/** The cheapest way through all coders, from left to right in one pass. */
export function cheapest(
  chars: Chars,
  caseBits: Float64Array,
  costs: readonly Float64Array[],
): { bits: number; parts: Part[] } {
  const { length } = chars;
  const ways = waysFor(length);
  runs.bits.fill(Number.POSITIVE_INFINITY);
  words ??= spelled();
  for (let at = 0; at < length; at++) {
    jump(chars, caseBits, at, ways, words);
    const own = signClass(chars, at);
    for (let coder = 0; coder < RANDOM_CODERS; coder++) signs[coder] = randomBits(coder, own);
    for (let row = 0; row < costs.length; row++) signs[RANDOM_CODERS + row] = costs[row]?.[at] ?? 0;
    step(at, at + 1 === length, FIRST_STEP_BITS + (caseBits[at] ?? 0), ways);
  }
  return { bits: ways.bits[length] ?? 0, parts: trace(length, ways) };
}

let paths: Ways | undefined;

/** The memory for the ways of one value, used again for the next. */
function waysFor(length: number): Ways {
  if (!paths || paths.by.length <= length) {
    const size = Math.max(128, length + 1);
    paths = { bits: new Float64Array(size), from: new Int32Array(size), by: new Uint8Array(size) };
  }
  paths.bits.fill(Number.POSITIVE_INFINITY, 0, length + 1);
  paths.bits[0] = 0;
  return paths;
}

/** What the current character costs to each coder. */
const signs = new Float64Array(CODER_COUNT);

/** The coders' parts that are going on: what they cost so far, and where each began. */
const runs = { bits: new Float64Array(CODER_COUNT), since: new Int32Array(CODER_COUNT) };

/** Lets every coder take one character: as one more of its part, or as the first of a new one. */
function step(at: number, isLast: boolean, walkBits: number, ways: Ways): void {
  const { bits, since } = runs;
  const here = ways.bits[at] ?? 0;
  let best = ways.bits[at + 1] ?? 0;
  let by = -1;
  for (let coder = 0; coder < CODER_COUNT; coder++) {
    const sign = signs[coder] ?? 0;
    const going = (bits[coder] ?? 0) + (STAY[coder] ?? 0) + sign;
    const fresh = here + (START[coder] ?? 0) + (coder === WALK ? walkBits : sign);
    const cost = Math.min(fresh, going);
    if (fresh < going) since[coder] = at;
    bits[coder] = cost;
    const whole = isLast ? cost : cost + (EXIT[coder] ?? 0);
    if (whole >= best) continue;
    best = whole;
    by = coder;
  }
  if (by >= 0) arrive(ways, at + 1, best, since[by] ?? 0, by);
}

function arrive(ways: Ways, at: number, bits: number, start: number, coder: number): void {
  if (bits >= (ways.bits[at] ?? 0)) return;
  ways.bits[at] = bits;
  ways.from[at] = start;
  ways.by[at] = coder;
}

function jump(chars: Chars, caseBits: Float64Array, at: number, ways: Ways, found: Spelled): void {
  const here = ways.bits[at] ?? 0;
  const rank = separatorRank(chars.code[at] ?? 0);
  if (rank >= 0) arrive(ways, at + 1, here + SEPARATOR_BITS + rank / 2, at, SEPARATOR);
  if (isYear(chars, at)) arrive(ways, at + 4, here + YEAR_BITS + 7, at, YEAR);
  spell(chars, caseBits, at, found);
  for (let index = 0; index < found.count; index++) {
    const bits = here + WORD_BITS + (found.bits[index] ?? 0);
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
