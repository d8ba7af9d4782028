import { type Chars, SYMBOL } from "./chars.ts";

/** Signs that people put between words; how often each comes compared with any other sign. */
const USUAL = "-_ .";
const USUAL_COUNT = 2;
const OTHER_COUNT = 0.25;

const counts = new Float64Array(95);

/**
 * Which of the signs of ASCII stands here, in bits, learnt from the signs before it: a separator
 * that a value uses again and again gets cheap, whichever it is. 0 for what is no such sign.
 */
export function symbolBits({ length, kind, code }: Chars, bits: Float64Array): void {
  counts.fill(OTHER_COUNT);
  for (let at = 0; at < USUAL.length; at++) counts[USUAL.charCodeAt(at) - 32] = USUAL_COUNT;
  let total = OTHER_COUNT * (33 - USUAL.length) + USUAL_COUNT * USUAL.length;
  for (let at = 0; at < length; at++) {
    bits[at] = 0;
    if (kind[at] !== SYMBOL) continue;
    const sign = (code[at] ?? 32) - 32;
    const seen = counts[sign] ?? OTHER_COUNT;
    bits[at] = Math.log2(total / seen);
    counts[sign] = seen + 2;
    total += 2;
  }
}
