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

const LEET: Readonly<Record<string, string>> = {
  "0": "o",
  "1": "i",
  "3": "e",
  "4": "a",
  "5": "s",
  "7": "t",
  "8": "b",
  "9": "g",
  "@": "a",
  $: "s",
  "!": "i",
  "+": "t",
};

const leetByCode = new Int8Array(128).fill(-1);
for (const [sign, letter] of Object.entries(LEET)) {
  leetByCode[sign.charCodeAt(0)] = letter.charCodeAt(0) - 97;
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
    kind[at] = kindOf(unit);
    letter[at] = letterOf(unit);
    leet[at] = unit < 128 ? (leetByCode[unit] ?? -1) : -1;
  }
  return { length, code, kind, letter, leet };
}

function kindOf(unit: number): number {
  if (unit >= 97 && unit <= 122) return LOWER;
  if (unit >= 65 && unit <= 90) return UPPER;
  if (unit >= 48 && unit <= 57) return DIGIT;
  return unit >= 32 && unit < 127 ? SYMBOL : FOREIGN;
}

function letterOf(unit: number): number {
  if (unit < 128) {
    const small = unit | 32;
    return small >= 97 && small <= 122 && unit >= 65 ? small - 97 : -1;
  }
  // Beyond Latin Extended-B a letter has no plain form; surrogates must not be split either.
  return unit >= 0xc0 && unit < 0x250 ? letterOf(plainForm(unit)) : -1;
}

function plainForm(unit: number): number {
  const plain = String.fromCharCode(unit).normalize("NFD").charCodeAt(0);
  return plain < 128 ? plain : 0;
}
