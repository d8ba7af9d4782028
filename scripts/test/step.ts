import type { StdioOptions } from "node:child_process";
import { createInterface } from "node:readline";
import { startProgram } from "../../test/support/vscode/program.ts";

/** One program of the whole test. */
export interface Step {
  readonly name: string;
  readonly command: readonly [string, ...string[]];
  /**
   * How many lines of counts it prints when it comes to its end (`core-tests {"passed":1,…}`). None:
   * the step counts as one, by its exit code.
   */
  readonly countLines?: number;
}

export interface Counts {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
}

/** Runs a step to its end, showing what it prints, and counts. */
export async function runStep({ command, countLines = 0 }: Step, cwd: string): Promise<Counts> {
  const [program, ...args] = command;
  const stdio: StdioOptions = ["ignore", "pipe", "inherit"];
  // It stops what it started in its turn.
  const { child, stop } = startProgram(program, args, { cwd, stdio }, "SIGTERM");
  const found: Counts[] = [];
  if (child.stdout) {
    child.stdout.pipe(process.stdout, { end: false });
    createInterface({ input: child.stdout }).on("line", (line) => found.push(...countsIn(line)));
  }
  const code = await new Promise<number | null>((done, fail) => {
    child.once("error", fail);
    child.once("close", done);
  });
  stop();
  return judged(found, code === 0, countLines);
}

/** A run that ended without its count, or ended badly without a failed test, is a failure itself. */
function judged(found: readonly Counts[], endedWell: boolean, countLines: number): Counts {
  if (countLines === 0) return { passed: endedWell ? 1 : 0, failed: endedWell ? 0 : 1, skipped: 0 };
  const counts = sum(found);
  const empty = found.filter(({ passed, failed }) => passed + failed === 0).length;
  const lost = Math.max(0, countLines - found.length) + empty;
  const unsaid = !endedWell && counts.failed + lost === 0 ? 1 : 0;
  return { ...counts, failed: counts.failed + lost + unsaid };
}

export function sum(all: readonly Counts[]): Counts {
  const add = (key: keyof Counts) => all.reduce((total, counts) => total + counts[key], 0);
  return { passed: add("passed"), failed: add("failed"), skipped: add("skipped") };
}

function countsIn(line: string): readonly Counts[] {
  const json = /\b[a-z]+-tests (\{.*\})$/.exec(line)?.[1];
  return json ? [JSON.parse(json) as Counts] : [];
}
