import { bitReader } from "./packedBits.ts";

/**
 * A set of numbers below 2^53 in ascending order, as the gaps between them in Rice's code: of each
 * gap the part above `width` bits in unary, the rest as it is.
 */
export function readSortedSet(packed: string, size: number, width: number): Float64Array {
  const read = bitReader(packed);
  const numbers = new Float64Array(size);
  let last = 0;
  for (let index = 0; index < size; index++) {
    let above = 0;
    while (read(1) === 1) above++;
    last += above * 2 ** width + read(width);
    numbers[index] = last;
  }
  return numbers;
}

export function isInSorted(numbers: Float64Array, wanted: number): boolean {
  let low = 0;
  let high = numbers.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((numbers[middle] ?? 0) < wanted) low = middle + 1;
    else high = middle;
  }
  return numbers[low] === wanted;
}
