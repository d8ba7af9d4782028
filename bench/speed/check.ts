import { copyFileSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { MONOREPO, type Size, writeMonorepo } from "../workspace/monorepo.ts";
import { bundled, required } from "./bundled.ts";
import { atMost, type Figure, fasterThan, limit, size, times, within } from "./figure.ts";
import { insideTime, measure, nodeStart } from "./process.ts";
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
  const start = nodeStart();
  const ours = check(whole, 7);
  const search = ripgrep(whole);
  const smaller = check(half, 7);
  const bare = measure(process.execPath, [READ_ALL, whole, "1"], 7).time - start;
  const shared = measure(process.execPath, [READ_ALL, whole, "2"], 7).time - start;
  const own = ours.time - start;
  const what = "check on 20,000 files, 300 MB, 400 packages";
  return [
    atMost(`${what}, Node's own start of ${start.toFixed(0)} ms taken off`, 2, own, {
      name: "ripgrep for the names",
      time: search.time,
    }),
    atMost("… with Node's start in it", 2, ours.time, {
      name: "ripgrep, with its start",
      time: search.time,
    }),
    limit("… reading the same files in Node and looking at none", bare),
    limit("… the same, shared by two threads", shared),
    limit(
      "… check again in the same process, all code having run before",
      await checkAgain(home, whole),
    ),
    fasterThan("…", 20, own, {
      name: "secretlint, recommended",
      time: linter("secretlint", ["--no-gitignore", "**/*", "**/.*"], whole) - start,
    }),
    fasterThan("…", 50, own, {
      name: "ESLint with no-secrets",
      time: linter("eslint", ["."], whole) - start,
    }),
    within("… memory", ours.memory, 150e6, size),
    within("… against half the files", own / (smaller.time - start), 2.1, times),
  ];
}

/** Milliseconds, the median of few runs: they take many seconds. */
function linter(name: string, args: readonly string[], folder: string): number {
  configure(folder);
  const command = ["--max-old-space-size=8192", bin(name), ...args];
  return measure(process.execPath, command, 3, { cwd: folder, accepted: [0, 1] }).time;
}

function check(folder: string, runs: number) {
  return measure(process.execPath, [CLI, "check", folder], runs, { accepted: [0, 1] });
}

/** Milliseconds of the third check in one process, which keeps no facts of the first two. */
async function checkAgain(home: string, folder: string): Promise<number> {
  const contents = `
    import { setFlagsFromString } from "node:v8";
    import { startWalk } from "./src/cli/startWalk.ts";
    import { findProblems } from "./src/cli/findProblems.ts";
    setFlagsFromString("--no-opt");
    export const check = async (folder) => { await findProblems(folder, startWalk(folder)); };`;
  const bundle = await bundled(join(home, "again.cjs"), contents);
  copyFileSync(resolve("dist/walkThread.js"), join(home, "walkThread.js"));
  const check = `await ${required(bundle)}.check(${JSON.stringify(folder)});`;
  return insideTime(check, 5, check + check);
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
