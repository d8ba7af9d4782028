import { countsMark, testsMark } from "../../support/vscode/kinds.ts";
import type { Asked } from "./asked.ts";

/** A mocha reporter that prints a line for each test and, last, the counts for the launcher. */
export function printingReporter(asked: Asked): Mocha.ReporterConstructor {
  return class {
    constructor(runner: Mocha.Runner) {
      const counts = { passed: 0, failed: 0, skipped: 0 };
      runner.on("pass", (test) => {
        counts.passed++;
        print(`  ✔ ${test.fullTitle()} (${test.duration ?? 0} ms)`);
      });
      runner.on("fail", (test, error) => {
        counts.failed++;
        print(`  ✖ ${test.fullTitle()}\n${indented(error)}`);
      });
      runner.on("retry", (test, error) => {
        print(`  ↻ ${test.fullTitle()}\n${indented(error)}`);
      });
      runner.on("pending", (test) => {
        counts.skipped++;
        print(`  - ${test.fullTitle()}`);
      });
      runner.once("end", () => {
        print(`${countsMark}${JSON.stringify({ ...asked, ...counts })}`);
      });
    }
  } as unknown as Mocha.ReporterConstructor;
}

/** How many lines of a stack tell where a test failed; below them are mocha's own. */
const framesShown = 4;

function indented({ message, stack = "" }: Error): string {
  const frames = stack.split("\n").filter((line) => /^\s+at /.test(line));
  return [message, ...frames.slice(0, framesShown)].join("\n").replace(/^/gm, "      ");
}

/** Marks each line as the suite's own. */
function print(text: string): void {
  console.log(text.replace(/^/gm, testsMark));
}
