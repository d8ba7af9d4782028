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

function indented(error: Error): string {
  const stack = error.stack ?? "";
  const text = stack.includes(error.message) ? stack : `${error.message}\n${stack}`;
  return text.replace(/^/gm, "      ");
}

/** Marks each line as the suite's own. */
function print(text: string): void {
  console.log(text.replace(/^/gm, testsMark));
}
