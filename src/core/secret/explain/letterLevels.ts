import { LETTERS } from "../model/letters.ts";
import { rangeReader } from "../rangeReader.ts";
import { codeLevels } from "./letterCoding.ts";

let levels: Uint8Array | undefined;

/** The level of a letter after two others, by `(first * 27 + second) * 26 + letter`. */
export function letterLevels(): Uint8Array {
  levels ??= codeLevels(rangeReader(LETTERS), []);
  return levels;
}
