import fc from "fast-check";
import { fixProperties } from "../../test/support/soak/fixProperties.ts";
import {
  envProperties,
  type Property,
  readingProperties,
} from "../../test/support/soak/properties.ts";
import { type Row, reasonOf, shown } from "./report.ts";

/** Whole projects take a hundred times as long as a file. */
const RUNS_PER_PROJECT = 20;

/** Every property, each with a number of generated inputs. */
export function checkProperties({
  runs,
  seed,
}: {
  readonly runs: number;
  readonly seed: number;
}): readonly Row[] {
  return [
    ...[...envProperties, ...readingProperties].map((one) => check(one, runs, seed)),
    ...fixProperties.map((one) => check(one, Math.ceil(runs / RUNS_PER_PROJECT), seed)),
  ];
}

function check({ name, property }: Property, numRuns: number, seed: number): Row {
  const start = performance.now();
  const details = fc.check(property, { numRuns, seed });
  const time = performance.now() - start;
  console.error(`  ${name}: ${details.failed ? "failed" : "fine"}`);
  const failure = details.failed
    ? `${shown(details.counterexample)}\n${reasonOf(details.errorInstance)}`
    : undefined;
  return { name, runs: details.numRuns, time, limit: "holds each time", note: "", failure };
}
