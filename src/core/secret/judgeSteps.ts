import { originOf } from "./origin.ts";
import { publishedReason } from "./published.ts";

/** Looked up among the digests and among the values, and explained by every coder. */
const SAMPLE = "0123456789abcdef".repeat(4);

/** Unpacks the tables of the judge in steps of a few milliseconds; what is unpacked is skipped. */
export function* judgeSteps(): Generator<void> {
  publishedReason(SAMPLE);
  yield;
  originOf(SAMPLE);
  yield;
}
