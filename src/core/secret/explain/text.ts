import { type Chars, DIGIT, FOREIGN, SYMBOL } from "./chars.ts";
import { standsInWord } from "./leet.ts";
import { BOUNDARY, LEVEL_COUNT, LEVELS } from "./letterCoding.ts";
import { levelAt } from "./letterLevels.ts";

/** That a sign follows and not a letter, besides which sign it is. */
const SYMBOL_BITS = 3;

/** Bits of each level, and the chance that it stands for. */
const BITS = Float32Array.from(LEVELS);
const CHANCES = Array.from(BITS, (bits) => 2 ** -bits);

/** Bits of a letter after two others, by `(first * 27 + second) * 26 + letter`. */
const letters = new Float32Array(LEVEL_COUNT);

/** The pairs of letters whose row of {@link letters} is there. */
const isKnown = new Uint8Array(27 * 27);

function letterBits(first: number, second: number, letter: number): number {
  const pair = first * 27 + second;
  if (isKnown[pair] === 0) learn(pair);
  return letters[pair * 26 + letter] ?? 9.5;
}

/** Shifts the rounded costs so that the chances of all letters add up to one. */
function learn(pair: number): void {
  const start = pair * 26;
  let sum = 0;
  for (let at = start; at < start + 26; at++) sum += CHANCES[levelAt(at)] ?? 0;
  const shift = Math.log2(sum);
  for (let at = start; at < start + 26; at++) letters[at] = (BITS[levelAt(at)] ?? 0) + shift;
  isKnown[pair] = 1;
}

/** What each character costs as part of a text in some language, in bits. */
export function textBits(
  chars: Chars,
  spelling: Float64Array,
  symbols: Float64Array,
  bits: Float64Array,
): void {
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
    bits[at] = accent + (spelling[at] ?? 0) + letterBits(first, second, letter);
    first = second;
    second = letter;
  }
}

/**
 * What a letter of the value costs on average when it is read backwards, signs of leet included:
 * 5.5 bits and more for random letters, below 4 for a reversed text.
 */
export function backwardsBits({ length, letter, leet }: Chars): number {
  let first = BOUNDARY;
  let second = BOUNDARY;
  let count = 0;
  let sum = 0;
  for (let at = length - 1; at >= 0; at--) {
    const plain = letter[at] ?? -1;
    const own = plain >= 0 ? plain : (leet[at] ?? -1);
    if (own >= 0) {
      sum += letterBits(first, second, own);
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
