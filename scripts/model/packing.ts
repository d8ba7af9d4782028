import { LENGTH_BITS } from "../../src/core/secret/lengths.ts";
import { LARGEST_DIGIT, packBits, packDigits } from "../../src/core/secret/packedBits.ts";
import { type SortedSetForm, upperLength } from "../../src/core/secret/sortedSet.ts";

export function packBytes(bytes: readonly number[]): string {
  return packBits(bytes.flatMap((byte) => bitsOf(byte, 8)));
}

/** Packs for `levelAt`: two of them a sign. */
export function packLevels(levels: readonly number[]): string {
  const pairs = levels.filter((_, at) => at % 2 === 0);
  return packDigits(pairs.map((level, at) => level * 8 + (levels[at * 2 + 1] ?? 0)));
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

/** Packs different numbers for `sortedSet`. */
export function packSortedSet(numbers: readonly number[], form: SortedSetForm): string {
  const sorted = [...numbers].sort((a, b) => a - b);
  const bits: number[] = [];
  let reached = 0;
  for (const number of sorted) {
    for (; reached < Math.floor(number / 2 ** form.low); reached++) bits.push(0);
    bits.push(1);
  }
  while (bits.length < upperLength(form)) bits.push(0);
  return packBits([...bits, ...sorted.flatMap((number) => bitsOf(number, form.low))]);
}

/** The lowest bits of a number, the highest of them first. */
function bitsOf(number: number, width: number): number[] {
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
