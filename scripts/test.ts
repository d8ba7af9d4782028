// npm test [-- STEP … [--release oldest]]: everything, or the steps that are named, in the newest VS
// Code or in the oldest that is promised. Each step's output comes as it is made; the last line counts
// all of them: `N passed, N failed, N skipped`.
import { resolve } from "node:path";
import { parseArgs } from "node:util";
import { kinds } from "../test/support/vscode/kinds.ts";
import { npmCommand } from "../test/support/vscode/npm.ts";
import { runMain, Trouble } from "../test/support/vscode/trouble.ts";
import { type Counts, runStep, type Step, sum } from "./test/step.ts";

const root = resolve(import.meta.dirname, "..");
const node = process.execPath;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { release: { type: "string", default: "newest" } },
});

const steps: readonly Step[] = [
  { name: "build", command: [node, "esbuild.mjs"] },
  { name: "packages", command: [node, "scripts/packages.ts", "test/oracle"] },
  { name: "types", command: [...npmCommand(), "run", "--silent", "check:types"] },
  { name: "lint", command: [...npmCommand(), "run", "--silent", "check:lint"] },
  { name: "unused", command: [...npmCommand(), "run", "--silent", "check:unused"] },
  nodeStep("core", "--test-isolation=none"),
  nodeStep("oracle"),
  nodeStep("repo"),
  hostTests("node"),
  hostTests("web"),
  // The window that is driven is the server's, which does not run on Windows.
  ...(process.platform === "win32" ? [] : [nodeStep("ui")]),
];

function nodeStep(folder: string, ...options: readonly string[]): Step {
  const reporters = ["dot", "./scripts/test/nodeReporter.ts"].flatMap((reporter) => [
    `--test-reporter=${reporter}`,
    "--test-reporter-destination=stdout",
  ]);
  const command = [...options, ...reporters, `test/${folder}/**/*.test.ts`];
  return { name: folder, command: [node, "--test", ...command], countLines: 1 };
}

function hostTests(host: string): Step {
  const command = [node, "test/host/run.ts", "--host", host, "--release", values.release] as const;
  return { name: `host-${host}`, command, countLines: kinds.length };
}

await runMain(async () => {
  const outcomes: Counts[] = [];
  const table: string[] = [];
  for (const step of chosen(positionals)) {
    console.log(`\n── ${step.name} ──`);
    const started = Date.now();
    const counts = await runStep(step, root);
    outcomes.push(counts);
    table.push(`${step.name.padEnd(10)} ${sentence(counts)} (${seconds(started)} s)`);
    // Without a build there is nothing to test.
    if (step.name === "build" && counts.failed > 0) break;
  }
  const total = sum(outcomes);
  console.log(`\n${table.join("\n")}\n`);
  console.log(sentence(total));
  return total.failed + total.skipped > 0 ? 1 : 0;
});

function chosen(names: readonly string[]): readonly Step[] {
  const unknown = names.find((name) => !steps.some((step) => step.name === name));
  if (unknown !== undefined) {
    const all = steps.map(({ name }) => name).join(", ");
    throw new Trouble(`There is no step "${unknown}": the steps are ${all}.`);
  }
  return steps.filter(({ name }) => names.length === 0 || names.includes(name));
}

function sentence({ passed, failed, skipped }: Counts): string {
  return `${passed} passed, ${failed} failed, ${skipped} skipped`;
}

function seconds(since: number): string {
  return ((Date.now() - since) / 1000).toFixed(1);
}
