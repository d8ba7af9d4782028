/**
 * Signs of the packed tables: printable ASCII but for the quotes and the backslash, so that a bundler
 * needs no escapes. Two of them hold 13 bits: 91² is just above 2¹³.
 */
const SIGNS =
  " !#$%&()*+,-./0123456789:;<=>?@ABCDEFGHIJKLMNOPQRSTUVWXYZ[]^_abcdefghijklmnopqrstuvwxyz{|}~";

/** The largest number that one sign can stand for. */
export const LARGEST_DIGIT = SIGNS.length - 1;

/** Bits of two signs. */
export const UNIT_BITS = 13;

const digitOf = new Uint8Array(128);
for (let digit = 0; digit < SIGNS.length; digit++) digitOf[SIGNS.charCodeAt(digit)] = digit;

/** The number that a sign stands for, 0 behind the end. */
export function digitAt(packed: string, at: number): number {
  return digitOf[packed.charCodeAt(at)] ?? 0;
}

/** Packs small numbers for {@link digitAt}, one a sign: the build's half. */
export function packDigits(digits: readonly number[]): string {
  return digits.map((digit) => SIGNS.charAt(digit)).join("");
}

/** Reads numbers out of a packed table, from a bit on. */
export function bitReader(packed: string, start = 0): (width: number) => number {
  let at = Math.floor(start / UNIT_BITS) * 2;
  let pending = 0;
  let bits = 0;
  const read = (width: number) => {
    let value = 0;
    for (let missing = width; missing > 0; ) {
      if (bits === 0) {
        pending = digitAt(packed, at) * SIGNS.length + digitAt(packed, at + 1);
        at += 2;
        bits = UNIT_BITS;
      }
      const taken = Math.min(missing, bits);
      bits -= taken;
      missing -= taken;
      value = value * (1 << taken) + ((pending >> bits) & ((1 << taken) - 1));
    }
    return value;
  };
  read(start % UNIT_BITS);
  return read;
}

/** Packs bits for {@link bitReader}: the build's half. */
export function packBits(bits: readonly number[]): string {
  let packed = "";
  for (let at = 0; at < bits.length; at += UNIT_BITS) {
    let value = 0;
    for (let next = at; next < at + UNIT_BITS; next++) value = value * 2 + (bits[next] ?? 0);
    packed += SIGNS.charAt(Math.floor(value / SIGNS.length)) + SIGNS.charAt(value % SIGNS.length);
  }
  return packed;
}
