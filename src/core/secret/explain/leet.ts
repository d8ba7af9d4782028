import type { Chars } from "./chars.ts";

/** Letters that have a sign in leet: a b e g i l o s t. */
const HAS_SIGN = lettersOf("abegilost");
/** Of two signs for a letter, naming one costs a bit. */
const WHICH_BITS = 0.7;

function lettersOf(letters: string): Uint8Array {
  const mask = new Uint8Array(26);
  for (let at = 0; at < letters.length; at++) mask[letters.charCodeAt(at) - 97] = 1;
  return mask;
}

/**
 * What it costs to say of each letter whether it is written as itself or as a sign, and in which
 * case, in bits. How freely a value uses signs is learnt from its beginning on.
 */
export function spellingBits(chars: Chars, caseBits: Float64Array, bits: Float64Array): void {
  const { length, letter, leet } = chars;
  let signs = 0.3;
  let plain = 3;
  for (let at = 0; at < length; at++) {
    const own = letter[at] ?? -1;
    if (own >= 0) {
      bits[at] = caseBits[at] ?? 0;
      if (!HAS_SIGN[own]) continue;
      bits[at] = (caseBits[at] ?? 0) + Math.log2((signs + plain) / plain);
      plain++;
    } else if ((leet[at] ?? -1) >= 0) {
      bits[at] = WHICH_BITS + Math.log2((signs + plain) / signs);
      if (standsInWord(chars, at)) signs++;
    } else bits[at] = 0;
  }
}

/** A digit or sign reads as a letter only beside letters or others of its kind. */
export function standsInWord({ length, letter, leet }: Chars, at: number): boolean {
  const isLetter = (index: number) => (letter[index] ?? -1) >= 0 || (leet[index] ?? -1) >= 0;
  return (at > 0 && isLetter(at - 1)) || (at + 1 < length && isLetter(at + 1));
}
