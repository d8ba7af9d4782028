import { LETTERS } from "../model/letters.ts";
import { digitAt } from "../packedBits.ts";

/** The level of a letter after two others, by `(first * 27 + second) * 26 + letter`. */
export function levelAt(index: number): number {
  const two = digitAt(LETTERS, index >> 1);
  return index % 2 === 0 ? two >> 3 : two & 7;
}
