import { globSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { temporaryFolder } from "../../test/support/vscode/cleanup.ts";
import { bundled, required } from "./bundled.ts";
import { duration, type Figure, limit, size, times, within } from "./figure.ts";
import { insideTime } from "./process.ts";

const DIST = resolve("dist");
const RUNS = 21;

/** What is shipped, and what of it is loaded when: of the package as `npm run package` makes it. */
export async function sizeFigures(): Promise<readonly Figure[]> {
  const folder = temporaryFolder("bench-load");
  const lezer = await lezerAlone(folder);
  const { first, again, loaded, scanned, unpacked } = analysisTimes(folder);
  const parts = scriptsIn("parts");
  const atActivation = (host: string) => [
    ...scriptsIn(host, "extension"),
    ...scriptsIn("parts", "extension"),
  ];
  const inNode = [...scriptsIn("node"), ...parts];
  const inWeb = [...scriptsIn("web"), ...parts];
  const all = `together ${size(bytesOf(inNode))} in Node, ${size(bytesOf(inWeb))} in the web`;
  const largest = Math.max(...[...inNode, ...inWeb].map((file) => bytesOf([file])));
  return [
    within("VSIX", bytesOf([join(DIST, "auth-secret.vsix")]), 800e3, size),
    within("largest file of the bundles, minified", largest, 450e3, size, all),
    within("… loaded at activation in Node", bytesOf(atActivation("node")), 60e3, size),
    within("… loading that", loading(atActivation("node"), folder), 5, duration),
    limit(
      "… loading as long files of which nothing runs",
      loadingNothing(atActivation("node"), folder),
    ),
    within("… evaluated at activation in the web", bytesOf(atActivation("web")), 60e3, size),
    within(
      `first analysis of a file, parser load included: ${duration(first)}`,
      first / lezer,
      2,
      times,
      `loading @lezer/javascript alone: ${duration(lezer)}`,
    ),
    limit("… loading the core, parser and judge, and analysing nothing", loaded),
    limit("… loading as long files as these, of which nothing runs", scanned),
    limit("… unpacking the tables that the first judgement needs", unpacked),
    limit("… analysing another file in the same process, all code having run once", again),
  ];
}

function scriptsIn(folder: string, name = "*"): readonly string[] {
  const found = globSync(`${folder}/${name}.js`, { cwd: DIST });
  if (found.length === 0) throw new Error(`dist/${folder} lacks ${name}.js: npm run package`);
  return found.map((file) => join(DIST, file));
}

function bytesOf(files: readonly string[]): number {
  return files.reduce((sum, file) => sum + statSync(file).size, 0);
}

/** Milliseconds that loading files takes, with a `vscode` that answers whatever is asked. */
function loading(files: readonly string[], folder: string): number {
  const stub = join(folder, "vscode.cjs");
  const api = readFileSync(resolve("node_modules/@types/vscode/index.d.ts"), "utf8");
  const exported = /^\texport (?:namespace|class|enum|const|function) (\w+)/gm;
  const asked = [...new Set([...api.matchAll(exported)].map(([, name]) => name))];
  const lines = [
    "class Nothing {}",
    "const own = { prototype: Nothing.prototype, [Symbol.toPrimitive]: () => '' };",
    "const any = new Proxy(Nothing, { get: (_, key) => own[key] ?? any, apply: () => any });",
    `const vscode = Object.fromEntries(${JSON.stringify([...new Set(asked)])}.map((name) => [name, any]));`,
    "const { Module } = require('node:module');",
    "const load = Module._load;",
    "Module._load = (name, ...rest) => (name === 'vscode' ? vscode : load(name, ...rest));",
  ];
  writeFileSync(stub, lines.join("\n"));
  const load = files.map((file) => `${required(file)};`).join(" ");
  return insideTime(load, RUNS, `${required(stub)};`);
}

/** The same text as one function that nobody calls: read and scanned, as the engine does with all. */
function loadingNothing(files: readonly string[], folder: string): number {
  const file = join(folder, "nothing.cjs");
  const text = files.map((each) => readFileSync(each, "utf8")).join("\n");
  writeFileSync(file, `function never() {${text}\n}`);
  return insideTime(`${required(file)};`, RUNS);
}

/** What the first analysis loads, before it or on its way. */
const ANALYSING = ["core", "parser", "judge"];

/** One small file from text to findings, in a Node that has loaded nothing yet, and what bounds it. */
function analysisTimes(folder: string) {
  const parts = ANALYSING.flatMap((name) => scriptsIn("parts", name));
  const before = `
    const analyse = (secret) => {
      const { analyze, DEFAULT_SETTINGS, factCache, packagesOf, projectOf } =
        ${required(join(DIST, "parts/core.js"))}.src_core_index_ts;
      const files = new Map([
        ["package.json", '{ "dependencies": { "next-auth": "5.0.0-beta.30" } }'],
        ["auth.ts", 'import NextAuth from "next-auth";\\nNextAuth({ providers: [], secret: "' + secret + '" });\\n'],
      ]);
      const context = { repository: undefined, settings: DEFAULT_SETTINGS, facts: factCache(), today: "2026-01-01" };
      for (const [directory, paths] of packagesOf(files)) {
        const found = analyze(projectOf(directory, paths, files, context));
        if (found.length === 0) throw new Error("nothing found");
      }
    };`;
  const first = 'analyse("hunter2");';
  return {
    first: insideTime(first, RUNS, before),
    again: insideTime('analyse("letmein7");', RUNS, before + first),
    loaded: insideTime(parts.map((file) => `${required(file)};`).join(" "), RUNS),
    scanned: loadingNothing(parts, folder),
    unpacked: unpacking(),
  };
}

/** Milliseconds that the judge takes to unpack its tables, all its code being loaded. */
function unpacking(): number {
  const judge = `${required(join(DIST, "parts/judge.js"))}.src_core_secret_judge_ts`;
  return insideTime("for (const _ of judgeSteps());", RUNS, `const { judgeSteps } = ${judge};`);
}

async function lezerAlone(folder: string): Promise<number> {
  const contents = `import { parser } from "@lezer/javascript"; globalThis.parser = parser.configure({ dialect: "ts" });`;
  return insideTime(`${required(await bundled(join(folder, "lezer.cjs"), contents))};`, RUNS);
}
