/**
 * The load tests of the suite with large numbers, and an hour of random editing in a real VS Code, in
 * which programs must not hold more and more of the extension host's memory. Prints Markdown and keeps
 * it in bench/results; exits 1 where something failed.
 *
 * npm run soak:host -- [--minutes 60] [--seed N] [--only load,memory,without] [--snapshots FOLDER]
 *
 * `without` is the same editing with an extension that does nothing: what is left is VS Code's own.
 */
import { spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { parseArgs } from "node:util";
import type { Asked } from "../test/host/support/asked.ts";
import { temporaryFolder } from "../test/support/vscode/cleanup.ts";
import { repositoryCopy } from "../test/support/vscode/workspace.ts";
import type { Sample } from "./host/soak.ts";
import { emptyExtension } from "./workspace/emptyExtension.ts";
import { type HeapSizes, sizesIn } from "./workspace/heapSnapshot.ts";
import { runInHost } from "./workspace/runInHost.ts";

const { values } = parseArgs({
  options: {
    minutes: { type: "string", default: "60" },
    seed: { type: "string", default: String(Date.now()) },
    only: { type: "string", default: "load,memory" },
    /** Keeps the heap of every sample there, to be compared in a browser's tools. */
    snapshots: { type: "string", default: "" },
  },
});
const minutes = Number(values.minutes);
if (!(minutes > 0)) throw new Error("--minutes is a number above 0.");
const only = values.only.split(",");

/** Samples of memory besides the first. */
const SAMPLES = 10;
/**
 * Bytes from the first samples to the last. The engine never gives back the room of a weak map: it is as
 * large as what was ever thrown away between two collections, which takes long to find its end.
 */
const MOST_GROWTH = 2e6;
/** Classes that are named. */
const CLASSES = 8;

/** What the suite's helpers are told: to wait as long as a busy machine may take. */
const PATIENT: Asked = { host: "node", kind: "single", soak: true };

/** How much memory is in use when so many steps were taken. */
interface Measure extends HeapSizes {
  readonly steps: number;
}

const REPORT = join(import.meta.dirname, "results/soak-host.md");

let hasFailed = false;
if (only.includes("load")) keep("Load", load());
if (only.includes("memory")) {
  const { lines, isSteady } = await memory(undefined);
  keep("Memory of the extension host", lines);
  hasFailed ||= !isSteady;
}
if (only.includes("without")) {
  const { lines } = await memory(emptyExtension());
  keep("The same without this extension", lines);
}
console.log(readFileSync(REPORT, "utf8"));
process.exit(hasFailed ? 1 : 0);

/** Each section as soon as there is one, beside what earlier runs found of the others. */
function keep(title: string, lines: readonly string[]): void {
  const found = existsSync(REPORT) ? readFileSync(REPORT, "utf8").split(/^## /m).slice(1) : [];
  const sections = new Map(found.map((section) => [/.*/.exec(section)?.[0], section.trim()]));
  sections.set(title, [title, ...lines].join("\n\n"));
  mkdirSync(dirname(REPORT), { recursive: true });
  const all = [...sections.values()].map((section) => `## ${section}`);
  writeFileSync(REPORT, `${["# Soak in VS Code", ...all].join("\n\n")}\n`);
}

function load(): readonly string[] {
  const suite = join(import.meta.dirname, "../test/host/run.ts");
  const args = ["--host", "node", "--kind", "single", "--grep", "again and again", "--soak"];
  const { status, stdout } = spawnSync(process.execPath, [suite, ...args], {
    encoding: "utf8",
    stdio: ["ignore", "pipe", "inherit"],
  });
  hasFailed ||= status !== 0;
  const lines = stdout.split("\n").filter((line) => /^ {2}[✔✖-]/.test(line));
  return lines.length > 0 ? [lines.join("\n")] : [stdout];
}

/** Edits, measures and tells; steady where no more is held at the end than at the beginning. */
async function memory(
  extensionFolder: string | undefined,
): Promise<{ readonly lines: readonly string[]; readonly isSteady: boolean }> {
  const { measures, failure } = await edit(extensionFolder);
  const growth = growthOf(measures, ({ held }) => held);
  const isSteady = failure === undefined && growth < MOST_GROWTH;
  const lines = [
    `${minutes} minutes of random edits, seed ${values.seed}, Git's and TypeScript's extensions in the same host. After a full collection: “held” is what programs keep (objects, texts, lists, closures), “engine” what V8 adds for speed, which grows until all code has run often (compiled code, what it knows of types).`,
    table(measures),
    `Growth from the first three samples to the last three: held ${megabytes(growth)} (at most ${megabytes(MOST_GROWTH)}) ${isSteady ? "✓" : "✗"}, engine ${megabytes(growthOf(measures, ({ engine }) => engine))}`,
    classTable(measures),
    ...(failure === undefined ? [] : [`It broke off:\n\n${failure}`]),
  ];
  return { lines, isSteady };
}

/** What was measured, and the last lines of the log where it did not get to its end. */
async function edit(extensionFolder: string | undefined) {
  const home = temporaryFolder("soak");
  await repositoryCopy("workspace", join(home, "first"));
  const workspace = join(home, "soak.code-workspace");
  writeFileSync(workspace, JSON.stringify({ folders: [{ path: "first" }] }));
  const lines: string[] = [];
  const measures: Measure[] = [];
  const asked = {
    minutes,
    samples: SAMPLES,
    seed: values.seed,
    isWithout: extensionFolder !== undefined,
    snapshots: home,
  };
  await runInHost({
    module: "bench/host/soak.ts",
    asked: `globalThis.authSecretTests = ${JSON.stringify(PATIENT)}; globalThis.soakAsked = ${JSON.stringify(asked)};`,
    workspace,
    ...(extensionFolder === undefined ? {} : { extensionFolder }),
    timeout: (minutes + 10) * 60_000,
    log: (line) => {
      lines.push(line);
      const found = /soak-sample (\{.*\})/.exec(line)?.[1];
      if (found !== undefined) measures.push(measureOf(JSON.parse(found)));
    },
  });
  const isEnded = lines.some((line) => line.includes("soak-end"));
  return { measures, failure: isEnded ? undefined : lines.slice(-30).join("\n") };
}

function measureOf({ steps, snapshot }: Sample): Measure {
  const measure = { steps, ...sizesIn(snapshot) };
  if (values.snapshots !== "") cpSync(snapshot, join(values.snapshots, `${steps}.heapsnapshot`));
  rmSync(snapshot);
  return measure;
}

function table(measures: readonly Measure[]): string {
  const rows = measures.map(
    ({ steps, held, engine }) =>
      `| ${steps} | ${megabytes(held)} | ${megabytes(engine)} | ${megabytes(held + engine)} |`,
  );
  return ["| steps | held | engine | together |", "| ---: | ---: | ---: | ---: |", ...rows].join(
    "\n",
  );
}

/** The classes of objects of which most was added. */
function classTable(measures: readonly Measure[]): string {
  const names = [...new Set(measures.flatMap(({ classes }) => [...classes.keys()]))];
  const sizeOf = (name: string, of: "bytes" | "count") =>
    growthOf(measures, ({ classes }) => classes.get(name)?.[of] ?? 0);
  const rows = names
    .map((name) => ({ name, bytes: sizeOf(name, "bytes"), count: sizeOf(name, "count") }))
    .sort((one, other) => other.bytes - one.bytes)
    .slice(0, CLASSES)
    .map(({ name, bytes, count }) => `| ${name} | ${kilobytes(bytes)} | ${count} |`);
  return ["| held most of what was added | kB | objects |", "| --- | ---: | ---: |", ...rows].join(
    "\n",
  );
}

function kilobytes(bytes: number): string {
  return (bytes / 1e3).toFixed(0);
}

function megabytes(bytes: number): string {
  return `${(bytes / 1e6).toFixed(2)} MB`;
}

function growthOf(measures: readonly Measure[], of: (measure: Measure) => number): number {
  return middle(measures.slice(-3).map(of)) - middle(measures.slice(0, 3).map(of));
}

function middle(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[values.length >> 1] ?? Number.NaN;
}
