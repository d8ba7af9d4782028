import { originOf } from "./origin.ts";
import { publishedReason } from "./published.ts";

/** Looked up among the digests and among the values, and explained by every coder. */
const SAMPLE = "0123456789abcdef".repeat(4);

/** Unpacks what many values need of the judge's tables, in steps of a few milliseconds. */
export function* judgeSteps(): Generator<void> {
  publishedReason(SAMPLE);
  yield;
  originOf(SAMPLE);
  yield;
}
