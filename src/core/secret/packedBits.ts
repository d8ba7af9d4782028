/**
 * Signs of the packed tables: printable ASCII but for the quotes and the backslash, so that a bundler
 * needs no escapes. Two of them hold 13 bits: 91² is just above 2¹³.
 */
const SIGNS =
  " !#$%&()*+,-./0123456789:;<=>?@ABCDEFGHIJKLMNOPQRSTUVWXYZ[]^_abcdefghijklmnopqrstuvwxyz{|}~";

/** Reads numbers out of a packed table, from its first bit on. */
export function bitReader(packed: string): (width: number) => number {
  const digitOf = new Uint8Array(128);
  for (let digit = 0; digit < SIGNS.length; digit++) digitOf[SIGNS.charCodeAt(digit)] = digit;
  const digitAt = (at: number) => digitOf[packed.charCodeAt(at)] ?? 0;
  let at = 0;
  let pending = 0;
  let bits = 0;
  return (width) => {
    let value = 0;
    for (let missing = width; missing > 0; ) {
      if (bits === 0) {
        pending = digitAt(at) * SIGNS.length + digitAt(at + 1);
        at += 2;
        bits = 13;
      }
      const taken = Math.min(missing, bits);
      bits -= taken;
      missing -= taken;
      value = value * (1 << taken) + ((pending >> bits) & ((1 << taken) - 1));
    }
    return value;
  };
}

/** Packs bits for {@link bitReader}: the build's half. */
export function packBits(bits: readonly number[]): string {
  let packed = "";
  for (let at = 0; at < bits.length; at += 13) {
    let value = 0;
    for (let next = at; next < at + 13; next++) value = value * 2 + (bits[next] ?? 0);
    packed += SIGNS.charAt(Math.floor(value / SIGNS.length)) + SIGNS.charAt(value % SIGNS.length);
  }
  return packed;
}
