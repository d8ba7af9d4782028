import { type Chars, DIGIT, FOREIGN, SYMBOL } from "./chars.ts";
import { standsInWord } from "./leet.ts";
import { BOUNDARY, LEVELS } from "./letterCoding.ts";
import { letterLevels } from "./letterLevels.ts";

/** That a sign follows and not a letter, besides which sign it is. */
const SYMBOL_BITS = 3;

let table: Float32Array | undefined;

/** Bits of a letter after two others, by `(first * 27 + second) * 26 + letter`. */
function letterTable(): Float32Array {
  if (table) return table;
  const built = Float32Array.from(letterLevels(), (level) => LEVELS[level] ?? 9.5);
  for (let start = 0; start < built.length; start += 26) {
    makeProper(built.subarray(start, start + 26));
  }
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
export function textBits(
  chars: Chars,
  spelling: Float64Array,
  symbols: Float64Array,
  bits: Float64Array,
): void {
  const letters = letterTable();
  let first = BOUNDARY;
  let second = BOUNDARY;
  for (let at = 0; at < chars.length; at++) {
    const plain = chars.letter[at] ?? -1;
    const letter = plain >= 0 ? plain : leetLetter(chars, at);
    if (letter < 0) {
      bits[at] = otherBits(chars, symbols, at);
      first = BOUNDARY;
      second = BOUNDARY;
      continue;
    }
    const accent = chars.kind[at] === FOREIGN ? 4 : 0;
    bits[at] = accent + (spelling[at] ?? 0) + (letters[(first * 27 + second) * 26 + letter] ?? 9.5);
    first = second;
    second = letter;
  }
}

/**
 * What a letter of the value costs on average when it is read backwards, signs of leet included:
 * 5.5 bits and more for random letters, below 4 for a reversed text.
 */
export function backwardsBits({ length, letter, leet }: Chars): number {
  const letters = letterTable();
  let first = BOUNDARY;
  let second = BOUNDARY;
  let count = 0;
  let sum = 0;
  for (let at = length - 1; at >= 0; at--) {
    const plain = letter[at] ?? -1;
    const own = plain >= 0 ? plain : (leet[at] ?? -1);
    if (own >= 0) {
      sum += letters[(first * 27 + second) * 26 + own] ?? 9.5;
      count++;
    }
    first = own >= 0 ? second : BOUNDARY;
    second = own >= 0 ? own : BOUNDARY;
  }
  return count === 0 ? 9.5 : sum / count;
}

function leetLetter(chars: Chars, at: number): number {
  return standsInWord(chars, at) ? (chars.leet[at] ?? -1) : -1;
}

function otherBits({ kind, code }: Chars, symbols: Float64Array, at: number): number {
  if (kind[at] === SYMBOL) return SYMBOL_BITS + (symbols[at] ?? 0);
  if (kind[at] === DIGIT) return 8;
  return (code[at] ?? 0) > 255 ? 10 : 12;
}
