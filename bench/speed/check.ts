import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { MONOREPO, type Size, writeMonorepo } from "../workspace/monorepo.ts";
import { bundled, required } from "./bundled.ts";
import { atMost, duration, type Figure, fasterThan, limit, size, times, within } from "./figure.ts";
import {
  insideTime,
  measure,
  measureTogether,
  memoryOf,
  NODE_ALONE,
  type Program,
} from "./process.ts";
import { ripgrep } from "./ripgrep.ts";

const CLI = resolve("dist/cli.js");
const READ_ALL = join(import.meta.dirname, "readAll.mjs");
const PEERS = resolve("bench/node_modules");

/** `check` on a generated monorepo, beside a search that looks at every byte, and linters. */
export async function checkFigures(): Promise<readonly Figure[]> {
  const home = mkdtempSync(join(tmpdir(), "auth-secret-bench-"));
  try {
    return await figuresIn(home);
  } finally {
    rmSync(home, { recursive: true, force: true });
  }
}

async function figuresIn(home: string): Promise<readonly Figure[]> {
  const whole = made(home, "whole", MONOREPO);
  const half = made(home, "half", halved(MONOREPO));
  const programs = [NODE_ALONE, check(whole), check(half), ripgrep(whole), reading(whole)];
  const [start = 0, ours = 0, smaller = 0, search = 0, bare = 0] = measureTogether(programs, 15);
  const what = "check on 20,000 files, 300 MB, 400 packages";
  const own = ours - start;
  return [
    atMost(`${what}, Node's own start of ${start.toFixed(0)} ms taken off`, 2, own, {
      name: "ripgrep for the names",
      time: search,
    }),
    atMost("… with Node's start in it", 2, ours, { name: "ripgrep, with its start", time: search }),
    limit("… reading the same files in Node and looking at none", bare - start),
    ...(await judgingLimits(home, whole)),
    fasterThan("…", 20, own, {
      name: "secretlint, recommended",
      time: linter("secretlint", ["--no-gitignore", "**/*", "**/.*"], whole) - start,
    }),
    fasterThan("…", 50, own, {
      name: "ESLint with no-secrets",
      time: linter("eslint", ["."], whole) - start,
    }),
    within("… memory", memoryOf(check(whole)), 150e6, size),
    within("… against half the files", own / (smaller - start), 2.1, times),
  ];
}

/** What the second thread does, each step alone, with a core to itself and every file read before. */
async function judgingLimits(home: string, folder: string): Promise<readonly Figure[]> {
  const contents = `
    import { walk } from "./src/cli/walk.ts";
    import { DEFAULT_SETTINGS } from "./src/core/index.ts";
    export { tuneEngine } from "./src/cli/tuneEngine.ts";
    export const parts = (folder) => [...walk(folder, DEFAULT_SETTINGS)];`;
  const walking = required(await bundled(join(home, "walk.cjs"), contents));
  const thread = required(resolve("dist/judgeThread.js"));
  const before = `
    const { parts: partsOf, tuneEngine } = ${walking};
    tuneEngine();
    const parts = partsOf(${JSON.stringify(folder)});
    const { src_cli_startJudging_ts: { startJudging } } = ${thread};
    const judge = () => {
      const judging = startJudging(${JSON.stringify(folder)}, "json");
      for (const part of parts) judging.take(part);
      judging.finish();
    };`;
  const last = "{ files: [], count: 0, unreadable: [], repositories: [], isLast: true }";
  const data = JSON.stringify({ folder: home, format: "json" });
  const opening = `
    const { Worker } = require("node:worker_threads");
    const thread = new Worker(${JSON.stringify(resolve("dist/judgeThread.js"))}, { workerData: ${data} });`;
  const ending = `
    thread.postMessage(${last});
    await new Promise((done) => thread.on("exit", done));`;
  const starting = opening + ending;
  const both = `
    ${opening}
    for (const part of parts) thread.postMessage({ ...part, isLast: false });
    ${readAll(folder)}
    ${ending}`;
  return [
    limit("… starting a second thread, and loading there what judges", insideTime(starting, 9)),
    limit(
      "… that, and judging there what was read before, while the first thread only reads",
      insideTime(both, 9, before),
    ),
    limit(
      "… judging the 2,400 files that matter, read before",
      insideTime("judge();", 9, before),
      `parsing the 400 sources with @babel/parser, the 1,200 env files with dotenv: ${duration(parsing(folder))}`,
    ),
    limit(
      "… judging them again, all code having run once",
      insideTime("judge();", 9, `${before}judge();`),
    ),
  ];
}

/** Milliseconds of a process that loads two parsers and has them parse what `check` judges. */
function parsing(folder: string): number {
  const before = `
    const { globSync, readFileSync } = require("node:fs");
    const texts = (pattern) =>
      globSync(pattern, { cwd: ${JSON.stringify(folder)} }).map((file) =>
        readFileSync(require("node:path").join(${JSON.stringify(folder)}, file), "utf8"));
    const sources = texts("packages/*/auth.ts");
    const envFiles = texts("packages/*/.env*");`;
  const script = `
    const { parse } = ${required(join(PEERS, "@babel/parser"))};
    for (const source of sources) parse(source, { sourceType: "module", plugins: ["typescript"] });
    const dotenv = ${required(join(PEERS, "dotenv"))};
    for (const text of envFiles) dotenv.parse(text);`;
  return insideTime(script, 9, before);
}

function linter(name: string, args: readonly string[], folder: string): number {
  configure(folder);
  const command = ["--max-old-space-size=8192", bin(name), ...args];
  // Few runs: each takes many seconds.
  return measure({ command: process.execPath, args: command, cwd: folder, accepted: [0, 1] }, 3);
}

function check(folder: string): Program {
  return { command: process.execPath, args: [CLI, "check", folder], accepted: [0, 1] };
}

/** The statement that reads all that the product would read, as a program of its own does. */
function readAll(folder: string): string {
  const argument = JSON.stringify(folder);
  return `process.argv[2] = ${argument}; await import(${JSON.stringify(pathToFileURL(READ_ALL).href)});`;
}

function reading(folder: string): Program {
  return { command: process.execPath, args: [READ_ALL, folder] };
}

function made(home: string, name: string, wanted: Size): string {
  const folder = join(home, name);
  mkdirSync(folder);
  writeMonorepo(folder, wanted, name);
  return folder;
}

function halved({ packages, files, bytes }: Size): Size {
  return { packages: packages / 2, files: files / 2, bytes: bytes / 2 };
}

/** Writes the configurations that the linters ask for. */
function configure(folder: string): void {
  const preset = join(PEERS, "@secretlint/secretlint-rule-preset-recommend");
  writeFileSync(join(folder, ".secretlintrc.json"), JSON.stringify({ rules: [{ id: preset }] }));
  const config = `import { createRequire } from "node:module";
const require = createRequire(${JSON.stringify(join(PEERS, "../package.json"))});
export default [{
  files: ["**/*.{ts,tsx,js,jsx}"],
  languageOptions: {
    parser: require("@typescript-eslint/parser"),
    parserOptions: { ecmaFeatures: { jsx: true } },
  },
  plugins: { "no-secrets": require("eslint-plugin-no-secrets") },
  rules: { "no-secrets/no-secrets": "error" },
}];
`;
  writeFileSync(join(folder, "eslint.config.mjs"), config);
}

function bin(name: string): string {
  const found = join(PEERS, ".bin", name);
  if (!existsSync(found)) throw new Error(`${found} is not there: npm run packages -- bench`);
  return found;
}
