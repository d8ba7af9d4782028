import { bitReader } from "./packedBits.ts";

/**
 * Writes numbers into a packed table, or reads them out of it: the same code does both, so that
 * they cannot differ. `symbol` is what to write, and is returned; when reading it is ignored.
 */
export interface RangeCoder {
  /** A number, by how often each is expected: zero for what cannot come. */
  next(frequencies: ArrayLike<number>, total: number, symbol: number): number;
}

/** Below this a range takes in another byte; the writer's is the same. */
export const SMALLEST_RANGE = 2 ** 24;

/** Reads what `scripts/model/rangeWriter.ts` wrote. */
export function rangeReader(packed: string): RangeCoder {
  const read = bitReader(packed);
  let range = 2 ** 32 - 1;
  let code = read(16) * 65_536 + read(16);
  const next = (frequencies: ArrayLike<number>, total: number): number => {
    const unit = Math.floor(range / total);
    const wanted = Math.min(total - 1, Math.floor(code / unit));
    let symbol = 0;
    let below = 0;
    for (let own = frequencies[0] ?? 0; below + own <= wanted; own = frequencies[symbol] ?? 0) {
      below += own;
      symbol++;
    }
    code -= below * unit;
    range = unit * (frequencies[symbol] ?? 1);
    while (range < SMALLEST_RANGE) {
      range *= 256;
      code = code * 256 + read(8);
    }
    return symbol;
  };
  return { next };
}

/** A choice among a few numbers that gets cheaper for those that come often. */
export type Choice = (coder: RangeCoder, symbol: number) => number;

/** What a number that came counts for; the range bounds the sum of all. */
const STEP = 24;
const MOST = 1 << 13;

export function newChoice(size: number): Choice {
  const counts = new Uint16Array(size).fill(1);
  let total = size;
  return (coder, wanted) => {
    const symbol = coder.next(counts, total, wanted);
    counts[symbol] = (counts[symbol] ?? 0) + STEP;
    total += STEP;
    if (total < MOST) return symbol;
    for (let at = 0; at < size; at++) counts[at] = ((counts[at] ?? 0) + 1) >> 1;
    total = counts.reduce((sum, count) => sum + count, 0);
    return symbol;
  };
}

export function newChoices(count: number, size: number): readonly Choice[] {
  return Array.from({ length: count }, () => newChoice(size));
}
