import { type Chars, FOREIGN } from "./chars.ts";

const MISS_BITS = 9;
/** Any of the characters beyond ASCII instead of one of its own. */
const FOREIGN_BITS = 8;
/** By how long the copy has been right so far: the longer, the surer. */
const HIT_BITS = Float64Array.from({ length: 4096 }, (_, run) =>
  Math.log2((run + 1.5) / (run + 0.5)),
);

const TABLE_SIZE = 1 << 13;

/** Where each pair of characters stood last, by a hash of both; positions count on between values. */
let lastSeen: Int32Array | undefined;
let base = 1;

/**
 * What each character costs as a copy of what followed the last time that the two characters before
 * stood together, in bits: `abcabcabc`, `secretsecret`. Linear in the length.
 */
export function copyBits({ length, kind, code, letter }: Chars, bits: Float64Array): void {
  lastSeen ??= new Int32Array(TABLE_SIZE);
  if (base > 0x3fffffff) {
    lastSeen.fill(0);
    base = 1;
  }
  for (let at = 0; at < length; at++) {
    bits[at] = MISS_BITS + (kind[at] === FOREIGN ? FOREIGN_BITS : 0);
  }
  const folded = (at: number) => {
    const own = letter[at] ?? -1;
    return own >= 0 ? own : (code[at] ?? 0) + 32;
  };
  let source = -1;
  let run = 0;
  for (let at = 2; at < length; at++) {
    const pair = (folded(at - 2) * 163 + folded(at - 1)) & (TABLE_SIZE - 1);
    if (run === 0) source = (lastSeen[pair] ?? 0) - base;
    lastSeen[pair] = base + at;
    if (source < 0) continue;
    const isHit = folded(source) === folded(at);
    if (isHit) bits[at] = HIT_BITS[Math.min(run, HIT_BITS.length - 1)] ?? 0;
    run = isHit ? run + 1 : 0;
    source++;
  }
  base += length;
}
