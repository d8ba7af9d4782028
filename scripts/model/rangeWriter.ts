import { packBits } from "../../src/core/secret/packedBits.ts";
import { type RangeCoder, SMALLEST_RANGE } from "../../src/core/secret/rangeReader.ts";

/** Writes numbers for `rangeReader`: a range coder with carries (Martin, 1979) of 32 bits. */
export interface RangeWriter extends RangeCoder {
  packed(): string;
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
  const packed = () => {
    for (let rest = 0; rest < 4; rest++) shift();
    return packBits(bytes.flatMap(bitsOf));
  };
  return { next, packed };
}

/** Adds one to the number that the bytes are. */
function carry(bytes: number[]): void {
  for (let at = bytes.length - 1; at >= 0; at--) {
    bytes[at] = ((bytes[at] ?? 0) + 1) & 255;
    if (bytes[at] !== 0) return;
  }
}

function bitsOf(byte: number): number[] {
  return [7, 6, 5, 4, 3, 2, 1, 0].map((at) => (byte >> at) & 1);
}
