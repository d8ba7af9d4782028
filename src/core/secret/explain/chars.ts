export const LOWER = 0;
export const UPPER = 1;
export const DIGIT = 2;
export const SYMBOL = 3;
/** Anything outside printable ASCII. */
export const FOREIGN = 4;

/**
 * A value taken apart once for all coders; index = UTF-16 offset. The arrays are used again for the
 * next value, and may be longer than this one.
 */
export interface Chars {
  readonly length: number;
  readonly code: Uint16Array;
  /** {@link LOWER} … {@link FOREIGN}. */
  readonly kind: Uint8Array;
  /** The plain letter, 0 for a to 25 for z, without case and accents; -1 for none. */
  readonly letter: Int8Array;
  /** The letter that a digit or sign stands for in leet, 0 to 25; -1 for none. */
  readonly leet: Int8Array;
  /** How often the kind changes from one character to the next. */
  readonly turns: number;
  /** Characters that are no letters of ASCII. */
  readonly others: number;
  /** The longest runs that could be a token in hexadecimal, and in small letters and digits. */
  readonly longestHex: number;
  readonly longestLower: number;
}

const LEET_SIGNS = "01345789@$!";
const LEET_LETTERS = "oieastbgasi";

const kindByCode = new Uint8Array(128).fill(FOREIGN);
const letterByCode = new Int8Array(128).fill(-1);
const leetByCode = new Int8Array(128).fill(-1);
const HEX_LETTERS = new Uint8Array(128);
fillTables();

function fillTables(): void {
  for (let code = 32; code < 127; code++) kindByCode[code] = SYMBOL;
  for (let digit = 48; digit < 58; digit++) kindByCode[digit] = DIGIT;
  for (let letter = 0; letter < 26; letter++) {
    kindByCode[letter + 97] = LOWER;
    kindByCode[letter + 65] = UPPER;
    letterByCode[letter + 97] = letter;
    letterByCode[letter + 65] = letter;
    if (letter < 6) HEX_LETTERS[letter + 97] = 1;
    if (letter < 6) HEX_LETTERS[letter + 65] = 1;
  }
  for (let at = 0; at < LEET_SIGNS.length; at++) {
    leetByCode[LEET_SIGNS.charCodeAt(at)] = LEET_LETTERS.charCodeAt(at) - 97;
  }
}

/** True for a value of hexadecimal digits alone, whatever their case. */
export function isHexadecimal({ length, longestHex }: Chars): boolean {
  return longestHex === length;
}

/** Longer values get memory of their own, so that none of it stays. */
export const USUAL_LENGTH = 2048;

type Arrays = Pick<Chars, "code" | "kind" | "letter" | "leet">;

let arrays: Arrays | undefined;

export function takeApart(value: string): Chars {
  const length = value.length;
  const own = arraysOf(length);
  const { code, kind, letter, leet } = own;
  let turns = 0;
  let others = 0;
  let [hex, longestHex, lower, longestLower] = [0, 0, 0, 0];
  for (let at = 0; at < length; at++) {
    const unit = value.charCodeAt(at);
    const sort = unit < 128 ? (kindByCode[unit] ?? FOREIGN) : FOREIGN;
    if (at > 0 && sort !== kind[at - 1]) turns++;
    if (sort > UPPER) others++;
    lower = sort === LOWER || sort === DIGIT ? lower + 1 : 0;
    if (lower > longestLower) longestLower = lower;
    hex = sort === DIGIT || HEX_LETTERS[unit] === 1 ? hex + 1 : 0;
    if (hex > longestHex) longestHex = hex;
    code[at] = unit;
    kind[at] = sort;
    letter[at] = unit < 128 ? (letterByCode[unit] ?? -1) : accentedLetter(unit);
    leet[at] = unit < 128 ? (leetByCode[unit] ?? -1) : -1;
  }
  readLeet(length, longestHex, own);
  return { length, code, kind, letter, leet, turns, others, longestHex, longestLower };
}

const PLUS = 43;
const LETTER_T = 19;
const SHORTEST_HEX = 16;

/**
 * `+` mostly separates words; in a value that is full of other signs of leet it stands for t. The
 * digits of a hexadecimal value stand for nothing.
 */
function readLeet(length: number, longestHex: number, { code, leet }: Arrays): void {
  if (longestHex === length && length >= SHORTEST_HEX) leet.fill(-1, 0, length);
  let signs = 0;
  for (let at = 0; at < length; at++) if ((leet[at] ?? -1) >= 0) signs++;
  if (signs * 5 < length) return;
  for (let at = 0; at < length; at++) if (code[at] === PLUS) leet[at] = LETTER_T;
}

function arraysOf(length: number): Arrays {
  if (length > USUAL_LENGTH) return newArrays(length);
  arrays ??= newArrays(USUAL_LENGTH);
  return arrays;
}

function newArrays(size: number): Arrays {
  return {
    code: new Uint16Array(size),
    kind: new Uint8Array(size),
    letter: new Int8Array(size),
    leet: new Int8Array(size),
  };
}

/** The letter under an accent. Beyond Latin Extended-B there is no plain form. */
function accentedLetter(unit: number): number {
  if (unit < 0xc0 || unit >= 0x250) return -1;
  const plain = String.fromCharCode(unit).normalize("NFD").charCodeAt(0);
  return plain < 128 ? (letterByCode[plain] ?? -1) : -1;
}
