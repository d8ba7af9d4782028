import { bitReader } from "./packedBits.ts";

/** Of a length that is not 0 the part that is written as it is; the rest is in unary (Rice's code). */
export const LENGTH_BITS = 5;

/** How many bytes each of many tables takes, most of them few or none. */
export function readLengths(packed: string, count: number): readonly number[] {
  const read = bitReader(packed);
  return Array.from({ length: count }, () => {
    if (read(1) === 0) return 0;
    let above = 0;
    while (read(1) === 1) above++;
    return above * 2 ** LENGTH_BITS + read(LENGTH_BITS) + 1;
  });
}
