import { bitReader, UNIT_BITS } from "./packedBits.ts";

/** Where the numbers of a {@link SortedSet} lie, and how they are packed. */
export interface SortedSetForm {
  readonly size: number;
  /** Bits of the largest number, at most 52. */
  readonly bits: number;
  /** Of them those that are written as they are. */
  readonly low: number;
}

/**
 * A set of numbers that is searched where it lies, in Elias and Fano's code: their upper bits as how
 * many share them, in unary, then the lower bits of all as they are.
 */
export interface SortedSet {
  has(wanted: number): boolean;
}

/** Bits of the part that holds the upper bits, whole units of the packed text. */
export function upperLength({ size, bits, low }: SortedSetForm): number {
  return Math.ceil((size + 2 ** (bits - low)) / UNIT_BITS) * UNIT_BITS;
}

export function sortedSet(packed: string, form: SortedSetForm): SortedSet {
  const starts = readStarts(packed, form);
  const lower = upperLength(form);
  const has = (wanted: number) => {
    const upper = Math.floor(wanted / 2 ** form.low);
    const rest = wanted % 2 ** form.low;
    const [start = 0, end = 0] = [starts[upper], starts[upper + 1]];
    const read = bitReader(packed, lower + start * form.low);
    for (let at = start; at < end; at++) if (read(form.low) === rest) return true;
    return false;
  };
  return { has };
}

/** By upper bits: how many numbers have smaller ones. */
function readStarts(packed: string, { size, bits, low }: SortedSetForm): Uint16Array {
  const starts = new Uint16Array(2 ** (bits - low) + 1);
  const read = bitReader(packed);
  let upper = 0;
  for (let before = 0; upper < starts.length - 1; ) {
    const unit = read(UNIT_BITS);
    for (let bit = UNIT_BITS - 1; bit >= 0; bit--) {
      if ((unit >> bit) & 1) before++;
      else starts[++upper] = before;
    }
  }
  starts[starts.length - 1] = size;
  return starts;
}
