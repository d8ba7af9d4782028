import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { median } from "./figure.ts";

/** What a program took from start to end. */
export interface Run {
  /** Milliseconds. */
  readonly time: number;
  /** Most bytes in memory at once; for programs of Node only. */
  readonly memory: number;
}

const REPORT = pathToFileURL(join(import.meta.dirname, "memory.mjs")).href;
const MARK = /max-rss (\d+)\n/;

/**
 * Runs a program to its end, several times, and gives the median.
 *
 * @param accepted exit codes of a run that went well: a linter ends with 1 where it found something
 */
export function measure(
  command: string,
  args: readonly string[],
  runs: number,
  { cwd = process.cwd(), accepted = [0] }: { cwd?: string; accepted?: readonly number[] } = {},
): Run {
  const all = Array.from({ length: runs }, () => once(command, args, cwd, accepted));
  return {
    time: median(all.map(({ time }) => time)),
    memory: Math.max(...all.map(({ memory }) => memory)),
  };
}

function once(
  command: string,
  args: readonly string[],
  cwd: string,
  accepted: readonly number[],
): Run {
  const env = { ...process.env, NODE_OPTIONS: `--import=${REPORT}` };
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
  // Programs that start others report for each: the largest counts.
  const memory = Math.max(
    0,
    ...[...stderr.matchAll(new RegExp(MARK, "g"))].map(([, n]) => Number(n)),
  );
  return { time, memory: memory * 1024 };
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

/** What Node takes to start and to end, with nothing in between; milliseconds. */
export function nodeStart(): number {
  return measure(process.execPath, ["-e", "0"], 11).time;
}
