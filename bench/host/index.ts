// What VS Code's Node extension host loads as its test runner to take measures of itself.
import { monitorEventLoopDelay } from "node:perf_hooks";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import type { Extension } from "vscode";
import { commands, extensions, languages, Uri, window, workspace } from "vscode";

/** The measures of one window; times in milliseconds, memory in bytes. */
export interface Measures {
  /** True where typing in an unrelated file did not wake the extension. */
  readonly isAsleep: boolean;
  readonly activation: number;
  /** What the built-in extensions that are woken here take to activate. */
  readonly others: Readonly<Record<string, number>>;
  readonly memory: number;
  /** From activation until a finding is shown. */
  readonly firstFinding: number;
  /** Until every file's findings are shown. */
  readonly allFindings: number;
  /** The longest time that nothing else could run in. */
  readonly longestBlock: number;
  /** From accepting the command until the file is on the disk. */
  readonly generate: number;
}

const ID = "auth-secret.auth-secret";
const OTHERS = ["vscode.npm", "vscode.git", "vscode.emmet"];
const RUNS = 15;

/** What the launcher writes in front of this module. */
declare global {
  var benchWorkspace: { readonly folder: string; readonly flaggedFiles: number };
}

export async function run(): Promise<void> {
  const own = extensions.getExtension(ID);
  if (!own) throw new Error(`${ID} is not there.`);
  await typeElsewhere();
  const isAsleep = !own.isActive;
  const others: Record<string, number> = {};
  for (const id of OTHERS) {
    const other = extensions.getExtension(id);
    if (other && !other.isActive) others[id] = await activationOf(other);
  }
  const before = heap();
  const activation = await activationOf(own);
  const memory = heap() - before;
  const measures: Measures = {
    isAsleep,
    activation,
    others,
    memory,
    ...(await openMonorepo()),
    generate: await generateTime(),
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

async function openMonorepo() {
  const { folder, flaggedFiles } = globalThis.benchWorkspace;
  const delay = monitorEventLoopDelay({ resolution: 5 });
  const started = performance.now();
  const first = untilFlagged(1, started);
  const all = untilFlagged(flaggedFiles, started);
  delay.enable();
  workspace.updateWorkspaceFolders(1, 0, { uri: own(folder) });
  const [firstFinding, allFindings] = await Promise.all([first, all]);
  delay.disable();
  return { firstFinding, allFindings, longestBlock: delay.max / 1e6 };
}

/** A path in the file system that the window is opened on. */
function own(path: string): Uri {
  const [folder] = workspace.workspaceFolders ?? [];
  if (!folder) throw new Error("No folder is open.");
  return folder.uri.with({ path });
}

async function activationOf(extension: Extension<unknown>): Promise<number> {
  const started = performance.now();
  await extension.activate();
  return performance.now() - started;
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

/** The median over several files, each with an entry to fill. */
async function generateTime(): Promise<number> {
  const [folder] = workspace.workspaceFolders ?? [];
  if (!folder) throw new Error("No folder is open.");
  const original = window.showQuickPick;
  const times: number[] = [];
  // The person's part, choosing the first entry, takes no time.
  const first = async (items: readonly unknown[]) => items[0];
  Object.assign(window, { showQuickPick: first, showInformationMessage: async () => undefined });
  for (let at = 0; at < RUNS; at++) {
    const file = Uri.joinPath(folder.uri, "generate", `${at}.env`);
    await workspace.fs.writeFile(file, new TextEncoder().encode("AUTH_SECRET=\n"));
    const started = performance.now();
    await commands.executeCommand("authSecret.generate", file);
    times.push(performance.now() - started);
    const text = new TextDecoder().decode(await workspace.fs.readFile(file));
    if (!/^AUTH_SECRET=\S{40}/.test(text)) throw new Error("The secret was not saved.");
  }
  Object.assign(window, { showQuickPick: original });
  return times.sort((a, b) => a - b)[RUNS >> 1] ?? Number.NaN;
}
