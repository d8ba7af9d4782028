import type { Chars } from "./chars.ts";

const MISS_BITS = 9;
/** By how long the copy has been right so far. */
const HIT_BITS = [1.6, 0.8, 0.4, 0.2, 0.1] as const;

/**
 * What each character costs as a copy of what followed the last time that the two characters before
 * stood together, in bits: `abcabcabc`, `secretsecret`. Linear in the length.
 */
export function copyBits({ length, code, letter }: Chars): Float64Array {
  const bits = new Float64Array(length).fill(MISS_BITS);
  const last = new Map<number, number>();
  const folded = (at: number) =>
    (letter[at] ?? -1) >= 0 ? (letter[at] ?? 0) : (code[at] ?? 0) + 32;
  let source = -1;
  let run = 0;
  for (let at = 2; at < length; at++) {
    const pair = folded(at - 2) * 65_600 + folded(at - 1);
    if (run === 0) source = last.get(pair) ?? -1;
    last.set(pair, at);
    if (source < 0) continue;
    const isHit = folded(source) === folded(at);
    bits[at] = isHit ? (HIT_BITS[Math.min(run, 4)] ?? 0.1) : MISS_BITS;
    run = isHit ? run + 1 : 0;
    source++;
  }
  return bits;
}
