import { type RangeCoder, SMALLEST_RANGE } from "../../src/core/secret/rangeReader.ts";

/** Writes numbers for `rangeReader`: a range coder with carries (Martin, 1979) of 32 bits. */
export interface RangeWriter extends RangeCoder {
  /** What the reader needs at least; whatever follows does not change what it reads. */
  bytes(): readonly number[];
}

export function rangeWriter(): RangeWriter {
  const bytes: number[] = [];
  let low = 0;
  let range = 2 ** 32 - 1;
  const shift = () => {
    bytes.push(Math.floor(low / 2 ** 24));
    low = (low % 2 ** 24) * 256;
  };
  const next = (frequencies: ArrayLike<number>, total: number, symbol: number) => {
    const unit = Math.floor(range / total);
    let below = 0;
    for (let other = 0; other < symbol; other++) below += frequencies[other] ?? 0;
    low += below * unit;
    range = unit * (frequencies[symbol] ?? 0);
    if (low >= 2 ** 32) {
      low -= 2 ** 32;
      carry(bytes);
    }
    while (range < SMALLEST_RANGE) {
      shift();
      range *= 256;
    }
    return symbol;
  };
  const end = () => {
    // The shortest number all of whose continuations lie in the range.
    for (const unit of [2 ** 24, 2 ** 16]) {
      const first = Math.ceil(low / unit);
      if ((first + 1) * unit > low + range) continue;
      low = first * unit;
      if (low >= 2 ** 32) {
        low -= 2 ** 32;
        carry(bytes);
      }
      for (let rest = 2 ** 32; rest > unit; rest /= 256) shift();
      return bytes;
    }
    throw new RangeError("The range is too small.");
  };
  return { next, bytes: end };
}

/** Adds one to the number that the bytes are. */
function carry(bytes: number[]): void {
  for (let at = bytes.length - 1; at >= 0; at--) {
    bytes[at] = ((bytes[at] ?? 0) + 1) & 255;
    if (bytes[at] !== 0) return;
  }
}
