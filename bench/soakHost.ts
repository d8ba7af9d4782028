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
import { cpSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import type { Asked } from "../test/host/support/asked.ts";
import { temporaryFolder } from "../test/support/vscode/cleanup.ts";
import { repositoryCopy } from "../test/support/vscode/workspace.ts";
import type { Sample } from "./host/soak.ts";
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

const parts: string[] = ["# Soak in VS Code"];
let hasFailed = false;
if (only.includes("load")) load();
if (only.includes("memory")) {
  const isSteady = await memory("Memory of the extension host", undefined);
  hasFailed ||= !isSteady;
}
if (only.includes("without")) {
  await memory("The same without this extension", emptyExtension());
}
const report = parts.join("\n\n");
console.log(report);
const folder = join(import.meta.dirname, "results");
mkdirSync(folder, { recursive: true });
writeFileSync(join(folder, "soak-host.md"), `${report}\n`);
process.exit(hasFailed ? 1 : 0);

function load(): void {
  const suite = join(import.meta.dirname, "../test/host/run.ts");
  const args = ["--host", "node", "--kind", "single", "--grep", "again and again", "--soak"];
  const { status, stdout } = spawnSync(process.execPath, [suite, ...args], {
    encoding: "utf8",
    stdio: ["ignore", "pipe", "inherit"],
  });
  hasFailed ||= status !== 0;
  const lines = stdout.split("\n").filter((line) => /^ {2}[✔✖-]/.test(line));
  parts.push(["## Load", ...(lines.length > 0 ? lines : [stdout])].join("\n\n"));
}

/** Edits, measures and reports; true where no more is held at the end than at the beginning. */
async function memory(title: string, extensionFolder: string | undefined): Promise<boolean> {
  const { measures, failure } = await edit(extensionFolder);
  const growth = growthOf(measures, ({ held }) => held);
  const isSteady = failure === undefined && growth < MOST_GROWTH;
  parts.push(
    `## ${title}\n\n${minutes} minutes of random edits, seed ${values.seed}, Git's and TypeScript's extensions in the same host. After a full collection: “held” is what programs keep (objects, texts, lists, closures), “engine” what V8 adds for speed, which grows until all code has run often (compiled code, what it knows of types).`,
    table(measures),
    `Growth from the first three samples to the last three: held ${megabytes(growth)} (at most ${megabytes(MOST_GROWTH)}) ${isSteady ? "✓" : "✗"}, engine ${megabytes(growthOf(measures, ({ engine }) => engine))}`,
    classTable(measures),
    ...(failure === undefined ? [] : [`It broke off:\n\n${failure}`]),
  );
  return isSteady;
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

/** An extension that does nothing. */
function emptyExtension(): string {
  const folder = temporaryFolder("empty");
  const manifest = { name: "empty", publisher: "nobody", version: "1.0.0" };
  const entry = { engines: { vscode: "*" }, main: "./empty.js", activationEvents: [] };
  writeFileSync(join(folder, "package.json"), JSON.stringify({ ...manifest, ...entry }));
  writeFileSync(join(folder, "empty.js"), "exports.activate = () => {};\n");
  return folder;
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
