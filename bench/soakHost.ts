/**
 * The load tests of the suite with large numbers, and an hour of random editing in a real VS Code, whose
 * extension host must not take more and more memory. Prints Markdown and keeps it in bench/results; exits
 * 1 where something failed.
 *
 * npm run soak:host -- [--minutes 60] [--seed N] [--only load,memory] [--snapshots FOLDER]
 */
import { spawnSync } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { temporaryFolder } from "../test/support/vscode/cleanup.ts";
import { repositoryCopy } from "../test/support/vscode/workspace.ts";
import type { Sample } from "./host/soak.ts";
import { runInHost } from "./workspace/runInHost.ts";

const { values } = parseArgs({
  options: {
    minutes: { type: "string", default: "60" },
    seed: { type: "string", default: String(Date.now()) },
    only: { type: "string", default: "load,memory" },
    /** Takes the heap at the first sample and at the last, to be compared in a browser's tools. */
    snapshots: { type: "string", default: "" },
  },
});
const minutes = Number(values.minutes);
if (!(minutes > 0)) throw new Error("--minutes is a number above 0.");

/** Samples of memory besides the first. */
const SAMPLES = 10;
/** Bytes from the first samples to the last: more is no longer what a collection leaves by chance. */
const MOST_GROWTH = 4e6;

const parts: string[] = ["# Soak in VS Code"];
let hasFailed = false;
if (values.only.includes("load")) load();
if (values.only.includes("memory")) await memory();
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

async function memory(): Promise<void> {
  const home = temporaryFolder("soak");
  await repositoryCopy("workspace", join(home, "first"));
  const workspace = join(home, "soak.code-workspace");
  writeFileSync(workspace, JSON.stringify({ folders: [{ path: "first" }] }));
  const lines: string[] = [];
  const { seed, snapshots } = values;
  await runInHost({
    module: "bench/host/soak.ts",
    asked: `globalThis.soakAsked = ${JSON.stringify({ minutes, samples: SAMPLES, seed, snapshots })};`,
    workspace,
    timeout: (minutes + 10) * 60_000,
    log: (line) => lines.push(line),
  });
  const samples = lines.flatMap((line): readonly Sample[] => {
    const found = /soak-sample (\{.*\})/.exec(line)?.[1];
    return found === undefined ? [] : [JSON.parse(found)];
  });
  const isEnded = lines.some((line) => line.includes("soak-end"));
  const growth = middle(samples.slice(-3)) - middle(samples.slice(0, 3));
  const isSteady = isEnded && growth < MOST_GROWTH;
  hasFailed ||= !isSteady;
  parts.push(
    `## Memory of the extension host\n\n${minutes} minutes, seed ${seed}; in use after a full collection.`,
    table(samples),
    `Growth from the first three samples to the last three: ${megabytes(growth)} ${isSteady ? "✓" : "✗"}`,
    ...(isEnded ? [] : [`It broke off:\n\n${lines.slice(-30).join("\n")}`]),
  );
}

function table(samples: readonly Sample[]): string {
  const rows = samples.map(({ steps, heap }) => `| ${steps} | ${megabytes(heap)} |`);
  return ["| steps | memory |", "| ---: | ---: |", ...rows].join("\n");
}

function megabytes(bytes: number): string {
  return `${(bytes / 1e6).toFixed(1)} MB`;
}

/** The median of some samples' memory. */
function middle(samples: readonly Sample[]): number {
  const sorted = samples.map(({ heap }) => heap).sort((a, b) => a - b);
  return sorted[sorted.length >> 1] ?? Number.NaN;
}
