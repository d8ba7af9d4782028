import { globSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { temporaryFolder } from "../../test/support/vscode/cleanup.ts";
import { repositoryCopy } from "../../test/support/vscode/workspace.ts";
import type { Measures } from "../host/index.ts";
import type { Start } from "../host/start.ts";
import { EMPTY_EXTENSION, emptyExtension } from "../workspace/emptyExtension.ts";
import { MONOREPO, writeMonorepo } from "../workspace/monorepo.ts";
import { type HostRun, runInHost } from "../workspace/runInHost.ts";
import { sleepingExtension } from "../workspace/sleepingExtension.ts";
import { duration, type Figure, fasterThan, limit, median, size, within } from "./figure.ts";
import { measure } from "./process.ts";
import { ripgrep } from "./ripgrep.ts";

const ROOT = resolve(import.meta.dirname, "../..");
const FLAGGED = 40;

/** The extension in a real VS Code, with a monorepo of 20,000 files open. */
export async function hostFigures(): Promise<readonly Figure[]> {
  const monorepo = temporaryFolder("bench-monorepo");
  writeMonorepo(monorepo, MONOREPO, "host");
  plantFaults(monorepo);
  const all = await allMeasures(monorepo, plainFolder());
  const isAsleep = all.every((each) => each.isAsleep);
  const middle = (name: Exclude<keyof Measures, "isAsleep">) =>
    median(all.map((each) => each[name]));
  const activation = await activationTimes();
  const starts = await hostStarts();
  return [
    {
      measure: "typing in an unrelated file",
      ours: isAsleep ? "not woken" : "woken",
      peer: "–",
      goal: "not woken",
      isMet: isAsleep,
    },
    within(
      "activate() in the Node extension host",
      activation(OWN),
      10,
      duration,
      [
        `one that does nothing: ${duration(activation(EMPTY_EXTENSION))}`,
        ...BUILT_IN.map(
          (name) => `VS Code's own ${name}: ${duration(activation(`vscode.${name}`))}`,
        ),
      ].join(", "),
    ),
    limit(
      "the host's start with a small project open, until all that it wakes is awake",
      starts.ours,
      `with one that does nothing instead: ${duration(starts.empty)}`,
    ),
    within("memory that activating takes, garbage collected", middle("memory"), 5e6, size),
    within(
      "a folder of 20,000 files added: first finding in Problems",
      middle("firstFinding"),
      1000,
      duration,
      `ripgrep for the names: ${duration(measure(ripgrep(monorepo), 7))}`,
    ),
    within(`… and those of all ${FLAGGED} faulty files`, middle("allFindings"), 3000, duration),
    within(
      "… the extension host never blocked longer than",
      middle("longestBlock"),
      50,
      duration,
      `without this extension, opening 2,000 files: ${duration(middle("longestBlockWithout"))}`,
    ),
    limit("… of that, this extension's own code at a stretch", middle("ownStretch")),
    limit(
      "… while an extension only lists the same files, the folder being open",
      middle("longestBlockListing"),
    ),
    limit("… while nothing at all is going on in that host", middle("longestBlockAtRest")),
    fasterThan("Generate AUTH_SECRET: accepted until saved", 5, middle("generate"), {
      name: "the auth package's own command",
      time: authCommand(),
    }),
    limit("… a bare edit and save by an extension that does nothing else", middle("bareSave")),
  ];
}

/** Files that a finding is due in, all over the workspace. */
function plantFaults(monorepo: string): void {
  for (let at = 0; at < FLAGGED; at++) {
    const file = join(monorepo, `packages/app-${at * 10}/.env.development`);
    writeFileSync(file, "AUTH_SECRET=correct horse battery staple\n");
  }
}

/** What this extension has no reason to wake up for. */
function plainFolder(): string {
  const folder = temporaryFolder("bench-plain");
  writeMonorepo(folder, { packages: 40, files: 2_000, bytes: 30e6 }, "plain");
  for (const name of globSync("packages/*/{.env*,auth.ts}", { cwd: folder })) {
    rmSync(join(folder, name));
  }
  return folder;
}

const WINDOWS = 5;
const OWN = "auth-secret.auth-secret";
/** Extensions that VS Code brings along. */
const BUILT_IN: readonly string[] = ["npm", "git"];

/** Milliseconds that extensions take to activate, the medians over several windows, by identifier. */
async function activationTimes(): Promise<(id: string) => number> {
  const windows: [string, Pick<HostRun, "extensionFolder" | "builtInExtensionsFolder">][] = [
    [OWN, {}],
    [EMPTY_EXTENSION, { extensionFolder: emptyExtension() }],
  ];
  for (const name of BUILT_IN) windows.push([`vscode.${name}`, await sleepingExtension(name)]);
  const all: { readonly id: string; readonly time?: number }[] = [];
  for (let at = 0; at < WINDOWS; at++) {
    for (const [id, window] of windows) all.push({ id, ...(await activationIn(id, window)) });
  }
  return (wanted) => {
    const times = all.flatMap(({ id, time }) => (id === wanted ? (time ?? []) : []));
    if (times.length === 0) throw new Error(`${wanted} was active already in every window.`);
    return median(times);
  };
}

/**
 * Milliseconds, medians over several windows, that the extension host takes to start with a project
 * open that wakes this extension, and with one that sleeps in its place.
 */
async function hostStarts(): Promise<{ readonly ours: number; readonly empty: number }> {
  const workspace = await repositoryCopy("next-app", temporaryFolder("bench-start"));
  const start = async (extensionFolder: string): Promise<Start> => {
    const run = { module: "bench/host/start.ts", asked: "", workspace, extensionFolder };
    return JSON.parse(await printedBy(run, "bench-start"));
  };
  const folder = emptyExtension();
  const [ours, empty]: [number[], number[]] = [[], []];
  for (let at = 0; at < WINDOWS; at++) {
    const { time, active } = await start(ROOT);
    if (!active.includes(OWN)) throw new Error(`${OWN} was not woken.`);
    ours.push(time);
    empty.push((await start(folder)).time);
  }
  return { ours: median(ours), empty: median(empty) };
}

/** @param window which extensions it has besides, or in place of, those that are built in */
async function activationIn(id: string, window: Partial<HostRun>) {
  const asked = `globalThis.benchActivation = ${JSON.stringify({ id })};`;
  const module = "bench/host/activation.ts";
  const workspace = temporaryFolder("bench-activation");
  const run = { module, asked, workspace, ...window };
  return JSON.parse(await printedBy(run, "bench-activation")) as { readonly time?: number };
}

/** Windows that open the monorepo: each takes a minute. */
const LARGE_WINDOWS = 3;

async function allMeasures(monorepo: string, plain: string): Promise<readonly Measures[]> {
  const all: Measures[] = [];
  for (let at = 0; at < LARGE_WINDOWS; at++) all.push(await measuresIn(monorepo, plain));
  return all;
}

/** In a window of several folders, to which the monorepo is added when all is awake. */
async function measuresIn(monorepo: string, plain: string): Promise<Measures> {
  const home = temporaryFolder("bench-window");
  mkdirSync(join(home, "first"));
  const workspace = join(home, "bench.code-workspace");
  writeFileSync(workspace, JSON.stringify({ folders: [{ path: "first" }] }));
  const asked = `globalThis.benchWorkspace = ${JSON.stringify({ folder: monorepo, plainFolder: plain, flaggedFiles: FLAGGED })};`;
  return JSON.parse(
    await printedBy({ module: "bench/host/index.ts", asked, workspace }, "bench-measures"),
  );
}

/** What a module that runs in a window prints after a word. */
async function printedBy(run: Omit<HostRun, "log">, word: string): Promise<string> {
  const lines: string[] = [];
  await runInHost({ ...run, log: (line) => lines.push(line) });
  const line = lines.find((each) => each.includes(`${word} `));
  if (line === undefined) {
    throw new Error(`The window gave no ${word}:\n${lines.slice(-20).join("\n")}`);
  }
  return line.slice(line.indexOf(word) + word.length).trim();
}

/** Milliseconds of the command line that tutorials name, in an empty folder. */
function authCommand(): number {
  const folder = temporaryFolder("bench-auth");
  const manifest = join(ROOT, "bench/node_modules/auth/package.json");
  const { bin }: { bin: Readonly<Record<string, string>> } = JSON.parse(
    readFileSync(manifest, "utf8"),
  );
  const script = join(manifest, "..", Object.values(bin)[0] ?? "");
  return measure({ command: process.execPath, args: [script, "secret"], cwd: folder }, 7);
}
