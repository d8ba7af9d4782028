import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { median } from "./figure.ts";

/** Tells at its end how much memory it had; that costs a program of Node a tenth of a second. */
const REPORT = pathToFileURL(join(import.meta.dirname, "memory.mjs")).href;
const MARK = /max-rss (\d+)\n/g;

/** A program, and how it is started. */
export interface Program {
  readonly command: string;
  readonly args: readonly string[];
  readonly cwd?: string;
  /** The exit codes of a run that went well: a linter ends with 1 where it found something. */
  readonly accepted?: readonly number[];
}

/** Runs a program to its end, several times, and gives the median of the milliseconds that it took. */
export function measure(program: Program, runs: number): number {
  return measureTogether([program], runs)[0] ?? Number.NaN;
}

/** The same of programs that run in turn, so that what slows the machine down slows down all of them. */
export function measureTogether(programs: readonly Program[], runs: number): readonly number[] {
  const rounds = Array.from({ length: runs }, () => programs.map((program) => once(program).time));
  return programs.map((_, at) => median(rounds.map((times) => times[at] ?? Number.NaN)));
}

/** Most bytes that a program of Node holds in memory at once, of a few runs. */
export function memoryOf(program: Program): number {
  const reporting = { ...process.env, NODE_OPTIONS: `--import=${REPORT}` };
  const most = Array.from({ length: 3 }, () => {
    const { stderr } = once(program, reporting);
    // Programs that start others report for each: the largest counts.
    return Math.max(0, ...[...stderr.matchAll(MARK)].map(([, kilobytes]) => Number(kilobytes)));
  });
  return Math.max(...most) * 1024;
}

function once(
  { command, args, cwd = process.cwd(), accepted = [0] }: Program,
  env = process.env,
): { readonly time: number; readonly stderr: string } {
  const start = performance.now();
  const { status, stderr, error } = spawnSync(command, args, {
    cwd,
    env,
    maxBuffer: 1 << 30,
    encoding: "utf8",
    stdio: ["ignore", "pipe", "pipe"],
  });
  const time = performance.now() - start;
  if (error || status === null || !accepted.includes(status)) {
    throw new Error(`${command} ended with ${status}: ${error?.message ?? stderr.slice(0, 500)}`);
  }
  return { time, stderr };
}

/**
 * Milliseconds from the first to the last line of a script, as it takes them itself: what Node's own
 * start takes, and how that varies, is not in them. The median of several processes.
 *
 * @param before what is run first and not measured
 */
export function insideTime(script: string, runs: number, before = ""): number {
  const timed = `(async () => {
    ${before}
    const started = performance.now();
    ${script}
    console.log(performance.now() - started);
  })();`;
  const times = Array.from({ length: runs }, () => {
    const { stdout, stderr, status } = spawnSync(process.execPath, ["-e", timed], {
      encoding: "utf8",
    });
    if (status !== 0) throw new Error(stderr.slice(-500));
    return Number(stdout.trim().split("\n").at(-1));
  });
  return median(times);
}

/** A program of Node that does nothing: what Node takes to start and to end. */
export const NODE_ALONE: Program = { command: process.execPath, args: ["-e", "0"] };
