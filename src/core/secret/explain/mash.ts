import { type Chars, DIGIT, FOREIGN, LOWER, SYMBOL, UPPER } from "./chars.ts";

/** Fingers rest on the home row, then reach up, then down: typed with no thought, by weight. */
const ROWS: readonly (readonly [string, number])[] = [
  ["asdfghjkl", 3],
  ["qwertyuiop", 1.3],
  ["zxcvbnm", 0.8],
];
/** The signs above the digits come first to hand. */
const SIGN_ROW = "!@#$%^&*()";

/** Where the counts of each kind of sign begin: letters, digits, signs. */
const DIGITS = 26;
const SIGNS = 36;
const PRIOR = priorCounts();

function priorCounts(): Float64Array {
  const counts = new Float64Array(SIGNS + 95).fill(1);
  for (const [keys, weight] of ROWS) {
    for (let at = 0; at < keys.length; at++) counts[keys.charCodeAt(at) - 97] = weight;
  }
  for (let sign = 0; sign < 95; sign++) {
    counts[SIGNS + sign] = SIGN_ROW.includes(String.fromCharCode(sign + 32)) ? 2 : 0.5;
  }
  return counts;
}

const LETTER_TOTAL = PRIOR.subarray(0, DIGITS).reduce((sum, count) => sum + count, 0);
/** The 33 printable signs of ASCII that are neither letters nor digits. */
const SIGN_TOTAL = 2 * SIGN_ROW.length + 0.5 * (33 - SIGN_ROW.length);

const counts = new Float64Array(PRIOR.length);
const turns = new Float64Array(25);

/**
 * What each character costs as typed at random by hand, in bits: runs of one kind of sign, the keys
 * under the fingers more often than others, both learnt while coding.
 */
export function mashBits({ length, kind, letter, code }: Chars, bits: Float64Array): void {
  counts.set(PRIOR);
  turns.fill(0.4);
  for (let same = 0; same < 5; same++) turns[same * 6] = 3;
  let [letters, digits, signs] = [LETTER_TOTAL, 10, SIGN_TOTAL];
  let before = LOWER;
  for (let at = 0; at < length; at++) {
    const own = kind[at] ?? FOREIGN;
    const turn = turnBits(before, own);
    before = own;
    const unit = code[at] ?? 0;
    if (own === LOWER || own === UPPER) bits[at] = turn + signBits(letter[at] ?? 0, letters++);
    else if (own === DIGIT) bits[at] = turn + signBits(DIGITS + unit - 48, digits++);
    else if (own === SYMBOL) bits[at] = turn + signBits(SIGNS + unit - 32, signs++);
    else bits[at] = turn + (unit < 256 ? 7 : 16);
  }
}

function turnBits(before: number, own: number): number {
  let total = 0;
  for (let other = 0; other < 5; other++) total += turns[before * 5 + other] ?? 0;
  const seen = turns[before * 5 + own] ?? 1;
  turns[before * 5 + own] = seen + 1;
  return Math.log2(total / seen);
}

function signBits(sign: number, total: number): number {
  const seen = counts[sign] ?? 1;
  counts[sign] = seen + 1;
  return Math.log2(total / seen);
}
