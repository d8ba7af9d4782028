export const LOWER = 0;
export const UPPER = 1;
export const DIGIT = 2;
export const SYMBOL = 3;
/** Anything outside printable ASCII. */
export const FOREIGN = 4;

/** A value taken apart once for all coders; index = UTF-16 offset. */
export interface Chars {
  readonly length: number;
  readonly code: Uint16Array;
  /** {@link LOWER} … {@link FOREIGN}. */
  readonly kind: Uint8Array;
  /** The plain letter, 0 for a to 25 for z, without case and accents; -1 for none. */
  readonly letter: Int8Array;
  /** The letter that a digit or sign stands for in leet, 0 to 25; -1 for none. */
  readonly leet: Int8Array;
}

const LEET_SIGNS = "013457890@$!+";
const LEET_LETTERS = "oieastbgoasit";

const kindByCode = new Uint8Array(128).fill(FOREIGN);
const letterByCode = new Int8Array(128).fill(-1);
const leetByCode = new Int8Array(128).fill(-1);
fillTables();

function fillTables(): void {
  for (let code = 32; code < 127; code++) kindByCode[code] = SYMBOL;
  for (let digit = 48; digit < 58; digit++) kindByCode[digit] = DIGIT;
  for (let letter = 0; letter < 26; letter++) {
    kindByCode[letter + 97] = LOWER;
    kindByCode[letter + 65] = UPPER;
    letterByCode[letter + 97] = letter;
    letterByCode[letter + 65] = letter;
  }
  for (let at = 0; at < LEET_SIGNS.length; at++) {
    leetByCode[LEET_SIGNS.charCodeAt(at)] = LEET_LETTERS.charCodeAt(at) - 97;
  }
}

export function takeApart(value: string): Chars {
  const length = value.length;
  const code = new Uint16Array(length);
  const kind = new Uint8Array(length);
  const letter = new Int8Array(length);
  const leet = new Int8Array(length);
  for (let at = 0; at < length; at++) {
    const unit = value.charCodeAt(at);
    code[at] = unit;
    kind[at] = unit < 128 ? (kindByCode[unit] ?? FOREIGN) : FOREIGN;
    letter[at] = unit < 128 ? (letterByCode[unit] ?? -1) : accentedLetter(unit);
    leet[at] = unit < 128 ? (leetByCode[unit] ?? -1) : -1;
  }
  return { length, code, kind, letter, leet };
}

/** The letter under an accent. Beyond Latin Extended-B there is no plain form. */
function accentedLetter(unit: number): number {
  if (unit < 0xc0 || unit >= 0x250) return -1;
  const plain = String.fromCharCode(unit).normalize("NFD").charCodeAt(0);
  return plain < 128 ? (letterByCode[plain] ?? -1) : -1;
}
