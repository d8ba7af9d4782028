import { LETTERS } from "../model/letters.ts";
import { type Chars, DIGIT, FOREIGN } from "./chars.ts";

/** Costs in bits of the packed table's eight levels; `scripts/model/letters.ts` has the same. */
const LEVELS = [0.6, 1.6, 2.5, 3.4, 4.3, 5.4, 6.9, 9.5] as const;
const BASE64 = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
const BOUNDARY = 26;

/** A plain letter instead of one in leet, and the other way round: seven in eight are plain. */
const PLAIN_BITS = 0.25;
export const LEET_BITS = 3;

let table: Float32Array | undefined;

/** Bits of a letter after two others, by `(first * 27 + second) * 26 + letter`. */
function letterTable(): Float32Array {
  if (table) return table;
  const built = new Float32Array(LETTERS.length * 2);
  for (let at = 0; at < LETTERS.length; at++) {
    const pair = BASE64.indexOf(LETTERS.charAt(at));
    built[2 * at] = LEVELS[pair >> 3] ?? 9.5;
    built[2 * at + 1] = LEVELS[pair & 7] ?? 9.5;
  }
  for (let start = 0; start < built.length; start += 26)
    makeProper(built.subarray(start, start + 26));
  table = built;
  return built;
}

/** Shifts the rounded costs so that the chances of all letters add up to one. */
function makeProper(context: Float32Array): void {
  let sum = 0;
  for (const bits of context) sum += 2 ** -bits;
  const shift = Math.log2(sum);
  for (let at = 0; at < context.length; at++) context[at] = (context[at] ?? 0) + shift;
}

/** What each character costs as part of a text in some language, in bits. */
export function textBits(chars: Chars, caseBits: Float64Array, bits: Float64Array): void {
  const letters = letterTable();
  let first = BOUNDARY;
  let second = BOUNDARY;
  for (let at = 0; at < chars.length; at++) {
    const plain = chars.letter[at] ?? -1;
    const letter = plain >= 0 ? plain : leetLetter(chars, at);
    if (letter < 0) {
      bits[at] = otherBits(chars, at);
      first = BOUNDARY;
      second = BOUNDARY;
      continue;
    }
    const accent = chars.kind[at] === FOREIGN ? 4 : 0;
    const own = plain >= 0 ? PLAIN_BITS + (caseBits[at] ?? 0) + accent : LEET_BITS;
    bits[at] = own + (letters[(first * 27 + second) * 26 + letter] ?? 9.5);
    first = second;
    second = letter;
  }
}

/**
 * What a letter of the value costs on average when it is read backwards: 5.5 bits and more for
 * random letters, below 4 for a reversed text.
 */
export function backwardsBits({ length, letter }: Chars): number {
  const letters = letterTable();
  let first = BOUNDARY;
  let second = BOUNDARY;
  let count = 0;
  let sum = 0;
  for (let at = length - 1; at >= 0; at--) {
    const own = letter[at] ?? -1;
    if (own >= 0) {
      sum += letters[(first * 27 + second) * 26 + own] ?? 9.5;
      count++;
    }
    first = own >= 0 ? second : BOUNDARY;
    second = own >= 0 ? own : BOUNDARY;
  }
  return count === 0 ? 9.5 : sum / count;
}

/** A digit or sign reads as a letter only next to letters. */
function leetLetter({ length, letter, leet }: Chars, at: number): number {
  const isAfter = at > 0 && (letter[at - 1] ?? -1) >= 0;
  const isBefore = at + 1 < length && (letter[at + 1] ?? -1) >= 0;
  return isAfter || isBefore ? (leet[at] ?? -1) : -1;
}

function otherBits({ kind, code }: Chars, at: number): number {
  if (kind[at] === FOREIGN) return (code[at] ?? 0) > 255 ? 10 : 12;
  if (kind[at] === DIGIT) return 8;
  return separatorRank(code[at] ?? 0) >= 0 ? 6 : 10;
}

const SEPARATORS = "-_ .,";

/** The place of a character among the usual separators, the commonest first; -1 for no separator. */
export function separatorRank(unit: number): number {
  return unit > 95 ? -1 : SEPARATORS.indexOf(String.fromCharCode(unit));
}
