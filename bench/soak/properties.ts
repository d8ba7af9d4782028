import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { fixProperties } from "../../test/support/soak/fixProperties.ts";
import { checkIgnoreFix, checkIgnoreReading } from "../../test/support/soak/ignoreProperties.ts";
import {
  envProperties,
  type Property,
  readingProperties,
} from "../../test/support/soak/properties.ts";
import { type Row, reasonOf, shown } from "./report.ts";

/** Each is a folder of files that git reads. */
const MOST_REPOSITORIES = 1_000;

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
    besideGit("git ignores what we read as ignored", checkIgnoreReading, runs, seed),
    besideGit("git ignores what a fix means, and nothing else", checkIgnoreFix, runs, seed),
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

function besideGit(name: string, checkAll: typeof checkIgnoreFix, runs: number, seed: number): Row {
  const count = Math.min(runs, MOST_REPOSITORIES);
  const folder = mkdtempSync(join(tmpdir(), "auth-secret-soak-"));
  const start = performance.now();
  let failure: string | undefined;
  try {
    checkAll({ folder, count, seed });
  } catch (error) {
    failure = reasonOf(error);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  console.error(`  ${name}: ${failure === undefined ? "fine" : "failed"}`);
  const time = performance.now() - start;
  return { name, runs: count, time, limit: "holds each time", note: "", failure };
}
