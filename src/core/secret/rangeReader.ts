import { bitReader, digitAt } from "./packedBits.ts";

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

/** Reads what `scripts/model/rangeWriter.ts` wrote from a byte on. */
export function rangeReader(packed: string, start = 0): RangeCoder {
  const read = bitReader(packed, start * 8);
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

/** A choice among a few numbers, given one of several situations. */
export type Choice = (coder: RangeCoder, situation: number, symbol: number) => number;

/** @param packed how often each number is expected, `situation * size + number` */
export function choiceOf(packed: string, size: number): Choice {
  const counts = Uint8Array.from(packed, (_, at) => digitAt(packed, at));
  const rows = Array.from({ length: packed.length / size }, (_, situation) => {
    const row = counts.subarray(situation * size, situation * size + size);
    return { row, total: row.reduce((sum, count) => sum + count, 0) };
  });
  return (coder, situation, symbol) => {
    const { row, total } = rows[situation] ?? { row: counts, total: 0 };
    return coder.next(row, total, symbol);
  };
}
