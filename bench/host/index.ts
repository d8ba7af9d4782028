// What VS Code's Node extension host loads as its test runner to take measures of itself.
import { setTimeout } from "node:timers/promises";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { extensions, languages, RelativePattern, type Uri, window, workspace } from "vscode";
import { type GenerateTimes, generateTimes } from "./generate.ts";
import { longestStretch } from "./ownTime.ts";
import { longestBlock, whenQuiet } from "./quiet.ts";

/** The measures of one window; times in milliseconds, memory in bytes. */
export interface Measures extends GenerateTimes {
  /** True where typing in an unrelated file did not wake the extension. */
  readonly isAsleep: boolean;
  readonly memory: number;
  /** From activation until a finding is shown. */
  readonly firstFinding: number;
  /** Until every file's findings are shown. */
  readonly allFindings: number;
  /** The longest time that nothing else could run in. */
  readonly longestBlock: number;
  /** The same while a folder without anything for this extension was opened, which slept. */
  readonly longestBlockWithout: number;
  /** The same while an extension that does nothing else lists the files of the large folder twice. */
  readonly longestBlockListing: number;
  /** The same while nothing at all is going on: what the machine itself takes. */
  readonly longestBlockAtRest: number;
  /** The longest stretch of the extension's own code, in a second opening under the profiler. */
  readonly ownStretch: number;
}

/** Milliseconds: about as long as it takes to show all findings. */
const REST = 2000;

const ID = "auth-secret.auth-secret";

/** What the launcher writes in front of this module. */
declare global {
  var benchWorkspace: {
    readonly folder: string;
    readonly plainFolder: string;
    readonly flaggedFiles: number;
  };
}

export async function run(): Promise<void> {
  const own = extensions.getExtension(ID);
  if (!own) throw new Error(`${ID} is not there.`);
  await typeElsewhere();
  const isAsleep = !own.isActive;
  const longestBlockWithout = await longestBlock(openPlain);
  await whenQuiet();
  const before = heap();
  await own.activate();
  const memory = heap() - before;
  const measures: Measures = {
    isAsleep,
    memory,
    longestBlockWithout,
    ...(await generateTimes(first())),
    ...(await openMonorepo()),
    longestBlockListing: await longestBlockListing(),
    longestBlockAtRest: await longestBlock(() => setTimeout(REST)),
    ownStretch: await ownStretch(),
  };
  console.log(`bench-measures ${JSON.stringify(measures)}`);
}

/** In a file that is none of our business. */
async function typeElsewhere(): Promise<void> {
  const document = await workspace.openTextDocument({ language: "python", content: "import os\n" });
  const editor = await window.showTextDocument(document);
  for (const letter of "print('hello')") {
    await editor.edit((edit) =>
      edit.insert(document.lineAt(document.lineCount - 1).range.end, letter),
    );
  }
}

/** A folder that the built-in extensions wake up for, and are told files of, but this one not. */
async function openPlain(): Promise<void> {
  const { plainFolder } = globalThis.benchWorkspace;
  workspace.updateWorkspaceFolders(1, 0, { uri: own(plainFolder) });
  await workspace.findFiles("**/*.{ts,tsx}");
  await whenQuiet();
}

async function openMonorepo() {
  const { flaggedFiles } = globalThis.benchWorkspace;
  await whenQuiet();
  const started = performance.now();
  const found = [untilFlagged(1, started), untilFlagged(flaggedFiles, started)];
  let [firstFinding = 0, allFindings = 0]: number[] = [];
  const longest = await longestBlock(async () => {
    addMonorepo();
    [firstFinding = 0, allFindings = 0] = await Promise.all(found);
  });
  return { firstFinding, allFindings, longestBlock: longest };
}

/** What VS Code's search alone takes, as often as this extension asks for it; ours does nothing then. */
async function longestBlockListing(): Promise<number> {
  await whenQuiet();
  return await longestBlock(async () => {
    const folder = own(globalThis.benchWorkspace.folder);
    for (const glob of ["**/{.env*,package.json,.gitignore}", "**/*.{ts,tsx,json,md}"]) {
      await workspace.findFiles(new RelativePattern(folder, glob));
    }
  });
}

async function ownStretch(): Promise<number> {
  workspace.updateWorkspaceFolders(1, 1);
  await whenQuiet();
  return await longestStretch(["/dist/node/", "/dist/parts/"], async () => {
    const found = untilFlagged(globalThis.benchWorkspace.flaggedFiles, 0);
    addMonorepo();
    await found;
  });
}

function addMonorepo(): void {
  workspace.updateWorkspaceFolders(1, 0, { uri: own(globalThis.benchWorkspace.folder) });
}

function first(): Uri {
  const [folder] = workspace.workspaceFolders ?? [];
  if (!folder) throw new Error("No folder is open.");
  return folder.uri;
}

/** A path in the file system that the window is opened on. */
function own(path: string): Uri {
  return first().with({ path });
}

/** Bytes that are in use after a full collection. */
function heap(): number {
  setFlagsFromString("--expose-gc");
  runInNewContext("gc")();
  return process.memoryUsage().heapUsed;
}

async function untilFlagged(count: number, since: number): Promise<number> {
  const flagged = () =>
    languages
      .getDiagnostics()
      .filter(([, found]) => found.some(({ source }) => source === "auth-secret")).length;
  await new Promise<void>((resolve) => {
    const subscription = languages.onDidChangeDiagnostics(() => {
      if (flagged() < count) return;
      subscription.dispose();
      resolve();
    });
  });
  return performance.now() - since;
}
