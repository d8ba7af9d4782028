import { type Chars, LOWER, UPPER } from "./chars.ts";

/** Prior counts of small and capital letters: at a start, after small, after one capital, after two. */
const PRIOR = [3, 2, 5, 0.35, 1.5, 0.7, 0.4, 2.5] as const;

/**
 * What the case of each letter costs, in bits, learning as it goes: a value that keeps to one habit
 * (`camelCase`, `CAPITALS`) gets cheaper, random case costs about a bit each. 0 for other characters.
 */
export function letterCaseBits({ length, kind }: Chars, bits: Float64Array): void {
  const counts = Float64Array.from(PRIOR);
  let capitals = 0;
  let before = -1;
  for (let at = 0; at < length; at++) {
    const current = kind[at] ?? 0;
    if (current !== LOWER && current !== UPPER) {
      capitals = 0;
      before = -1;
      bits[at] = 0;
      continue;
    }
    const context = before === LOWER ? 2 : before === UPPER ? (capitals > 1 ? 6 : 4) : 0;
    const index = context + (current === UPPER ? 1 : 0);
    const seen = counts[index] ?? 1;
    bits[at] = Math.log2(((counts[context] ?? 1) + (counts[context + 1] ?? 1)) / seen);
    counts[index] = seen + 1;
    capitals = current === UPPER ? capitals + 1 : 0;
    before = current;
  }
}
