import { LENGTH_BITS } from "../../src/core/secret/lengths.ts";
import { LARGEST_DIGIT, packBits, packDigits } from "../../src/core/secret/packedBits.ts";

export function packBytes(bytes: readonly number[]): string {
  return packBits(bytes.flatMap((byte) => bitsOf(byte, 8)));
}

/** Packs for `readLengths`. */
export function packLengths(lengths: readonly number[]): string {
  const bits = lengths.flatMap((length) => {
    if (length === 0) return [0];
    const above = Math.floor((length - 1) / 2 ** LENGTH_BITS);
    return [1, ...Array<number>(above).fill(1), 0, ...bitsOf(length - 1, LENGTH_BITS)];
  });
  return packBits(bits);
}

/** The lowest bits of a number, the highest of them first. */
export function bitsOf(number: number, width: number): number[] {
  return Array.from({ length: width }, (_, at) => Math.floor(number / 2 ** (width - 1 - at)) % 2);
}

/** How often each number came in each situation, for `choiceOf`. */
export interface Tally {
  note(situation: number, number: number): void;
  packed(): string;
}

export function tally(situations: number, size: number): Tally {
  const counts = new Float64Array(situations * size);
  const note = (situation: number, number: number) => {
    const at = situation * size + number;
    counts[at] = (counts[at] ?? 0) + 1;
  };
  const packed = () => {
    const rows = Array.from({ length: situations }, (_, at) =>
      scaled(counts.subarray(at * size, at * size + size)),
    );
    return packDigits(rows.flat());
  };
  return { note, packed };
}

/** Whatever came stays possible. */
function scaled(row: Float64Array): number[] {
  const most = Math.max(1, ...row);
  return Array.from(row, (count) => Math.ceil((count * LARGEST_DIGIT) / most));
}
