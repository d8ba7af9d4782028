// What VS Code's Node extension host loads to edit at random, and to tell what is on its heap.
import { writeHeapSnapshot } from "node:v8";
import { commands, extensions, Range, Uri, window, workspace } from "vscode";
import { actionsAt, isDropped, isOurs } from "../../test/host/support/codeActions.ts";
import { diagnosticsOf, untilRules } from "../../test/host/support/diagnostics.ts";
import { exists, openFile, replaceAll, writeText } from "../../test/host/support/files.ts";
import { changeFolders } from "../../test/host/support/folders.ts";
import { failOnUnhandled, listenForUnhandled } from "../../test/host/support/unhandled.ts";
import { pick, type RandomSource, randomSource } from "../judge/random.ts";

/** What the launcher writes in front of this module. */
declare global {
  var soakAsked: {
    readonly minutes: number;
    readonly samples: number;
    readonly seed: string;
    /** True where the extension does not run. */
    readonly isWithout: boolean;
    /** The folder that heap snapshots go to. */
    readonly snapshots: string;
  };
}

/** The heap after a full collection, when so many steps were taken. */
export interface Sample {
  readonly steps: number;
  /** A file in V8's format. */
  readonly snapshot: string;
}

const PACKAGES = 12;
const MANIFEST = JSON.stringify({ dependencies: { "next-auth": "5.0.0-beta.30" } });
const AUTH =
  'import NextAuth from "next-auth";\nexport const { auth } = NextAuth({ providers: [] });\n';

/** Texts to type and to write, by the ending of the file. */
const TEXTS: Readonly<Record<string, readonly string[]>> = {
  ".env": [
    "AUTH_SECRET=\n",
    "AUTH_SECRET=changeme\n",
    "# é ☃\r\nAUTH_SECRET='correct horse battery'\r\nOTHER=1",
    "A=1\nB=2\n",
    `AUTH_SECRET=correct horse battery\n${"FILLER=x\n".repeat(200)}`,
    "",
  ],
  ".gitignore": ["dist\n", ".env*\n", "dist", ".env\n!.env\n", ""],
  "package.json": [
    MANIFEST,
    "{}",
    '{ "dependencies": ',
    '{"dependencies":{"next-auth":"^4.24.0"}}',
  ],
  "auth.ts": [
    AUTH,
    'import NextAuth from "next-auth";\nNextAuth({ secret: "hunter2hunter2" });\n',
    'import NextAuth from "next-auth";\nNextAuth({ secret: process.env.NEXTAUTH_SECRET',
    `${AUTH}${"export const filler = 1;\n".repeat(200)}`,
  ],
};
/** A package whose sources import from each other. */
const MADE: Readonly<Record<string, string>> = {
  "package.json": MANIFEST,
  ".gitignore": ".env*\n",
  "settings.ts": "export const settings = { secret: process.env.AUTH_SECRET };\n",
  "auth.ts":
    'import NextAuth from "next-auth";\nimport { settings } from "./settings";\nNextAuth({ ...settings });\n',
  ".env": "AUTH_SECRET=\n",
};

const NAMES = Object.keys(TEXTS);

export async function run(): Promise<void> {
  listenForUnhandled();
  await extensions.getExtension("auth-secret.auth-secret")?.activate();
  const { minutes, samples, seed, isWithout, snapshots } = globalThis.soakAsked;
  const source = randomSource(seed);
  const [folder] = workspace.workspaceFolders ?? [];
  if (!folder) throw new Error("No folder is open.");
  const start = performance.now();
  const length = minutes * 60_000;
  let steps = 0;
  for (let sample = 0; sample <= samples; sample++) {
    // The first is taken when every kind of step was taken often, and what is kept is kept.
    const end = start + (length * (sample + 1)) / (samples + 1);
    while (performance.now() < end) {
      await step(source, folder.uri);
      failOnUnhandled();
      steps++;
    }
    await settle(folder.uri);
    if (!isWithout) await untilFound(folder.uri);
    const snapshot = writeHeapSnapshot(`${snapshots}/${steps}.heapsnapshot`);
    console.log(`soak-sample ${JSON.stringify({ steps, snapshot } satisfies Sample)}`);
  }
  console.log("soak-end");
}

type Step = (source: RandomSource, root: Uri) => Promise<unknown>;

const STEPS: readonly Step[] = [
  async (source, root) => await type(source, root),
  async (source, root) => await type(source, root),
  async (source, root) => {
    const { uri, name } = anyFile(source, root);
    if (await isThere(uri)) await replaceAll(await openFile(uri), textFor(source, name));
  },
  async (source, root) => {
    const { uri, name } = anyFile(source, root);
    await writeText(uri, textFor(source, name));
  },
  async (source, root) => {
    const { uri } = anyFile(source, root);
    if (await isThere(uri)) await workspace.fs.delete(uri);
  },
  async (source, root) => {
    const { uri } = anyFile(source, root);
    if (await isThere(uri)) {
      await workspace.fs.rename(uri, Uri.joinPath(uri, "../.env.local"), { overwrite: true });
    }
  },
  async (source, root) => await fixOne(source, root),
  async () => await window.activeTextEditor?.document.save(),
  async () => await commands.executeCommand("undo"),
  async () => await commands.executeCommand("workbench.action.files.revert"),
  async (source, root) => await look(source, root),
  async (source) => {
    if (source.below(10) === 0) await commands.executeCommand("workbench.action.closeAllEditors");
  },
  async (source, root) => {
    if (source.below(40) === 0) await comeAndGo(Uri.joinPath(root, `p${source.below(PACKAGES)}`));
  },
  async (_source, root) => await makeAndRemove(root),
];

async function step(source: RandomSource, root: Uri): Promise<void> {
  try {
    await pick(source, STEPS)(source, root);
  } catch (error) {
    // As good as not asked.
    if (!isDropped(error)) throw error;
  }
}

function anyFile(source: RandomSource, root: Uri) {
  const name = pick(source, NAMES);
  return { name, uri: Uri.joinPath(root, `p${source.below(PACKAGES)}`, name) };
}

const textFor = (source: RandomSource, name: string) => pick(source, TEXTS[name] ?? []);

/** On the disk, and not only in an editor that has outlived it. */
const isThere = exists;

/** One letter here or there, as people type. */
async function type(source: RandomSource, root: Uri): Promise<void> {
  const { uri } = anyFile(source, root);
  if (!(await isThere(uri))) return;
  const editor = await openFile(uri);
  const { document } = editor;
  const at = document.positionAt(source.below(document.getText().length + 1));
  for (const letter of pick(source, ["a", "=", "\n", "é", "AUTH_SECRET=", "'"])) {
    await editor.edit((edit) => edit.insert(at, letter));
  }
}

/** Does one of the things that the light bulb offers. */
async function fixOne(source: RandomSource, root: Uri): Promise<void> {
  const { uri } = anyFile(source, root);
  const [finding] = diagnosticsOf(uri);
  if (!finding || !(await isThere(uri))) return;
  await openFile(uri);
  const offered = (await actionsAt(uri, finding.range, undefined, 3)).filter(
    (action) => isOurs(action) && action.edit,
  );
  const [action] = offered;
  if (!action?.edit || !(await workspace.applyEdit(action.edit))) return;
  const { command, arguments: given = [] } = action.command ?? { command: "" };
  // Only what saves: others ask a person.
  if (command === "authSecret.afterFix") await commands.executeCommand(command, ...given);
}

/** What the editor asks while a person moves the mouse and the cursor. */
async function look(source: RandomSource, root: Uri): Promise<void> {
  const { uri } = anyFile(source, root);
  if (!(await isThere(uri))) return;
  const { document } = await openFile(uri);
  const at = document.positionAt(source.below(document.getText().length + 1));
  await commands.executeCommand("vscode.executeHoverProvider", uri, at);
  await commands.executeCommand("vscode.executeCompletionItemProvider", uri, at);
  await commands.executeCommand("vscode.executeCodeLensProvider", uri);
  await actionsAt(uri, new Range(at, at), undefined, 0);
}

/** A folder that becomes one of the workspace's own, and no more. */
async function comeAndGo(folder: Uri): Promise<void> {
  await changeFolders(() => workspace.updateWorkspaceFolders(1, 0, { uri: folder }));
  await changeFolders(() => workspace.updateWorkspaceFolders(1, 1));
}

let made = 0;

/** A package of a name that there was none of before, and will be none of again. */
async function makeAndRemove(root: Uri): Promise<void> {
  const home = Uri.joinPath(root, `made${++made}`);
  for (const [name, text] of Object.entries(MADE)) await writeText(Uri.joinPath(home, name), text);
  if (!globalThis.soakAsked.isWithout) {
    await untilRules(Uri.joinPath(home, ".env"), ["empty-secret"]);
  }
  await workspace.fs.delete(home, { recursive: true });
}

/** Brings all to a known end. */
async function settle(root: Uri): Promise<void> {
  await saveOrRevert();
  await commands.executeCommand("workbench.action.closeAllEditors");
  for (let at = 0; at < PACKAGES; at++) {
    const home = Uri.joinPath(root, `p${at}`);
    const local = Uri.joinPath(home, ".env.local");
    if (await exists(local)) await workspace.fs.delete(local);
    await writeText(Uri.joinPath(home, "package.json"), MANIFEST);
    await writeText(Uri.joinPath(home, "auth.ts"), AUTH);
    await writeText(Uri.joinPath(home, ".gitignore"), ".env*\n");
    await writeText(Uri.joinPath(home, ".env"), at % 2 === 0 ? "AUTH_SECRET=\n" : "A=1\n");
  }
}

/** Waits until what is shown is what is so: findings are compared with memory. */
async function untilFound(root: Uri): Promise<void> {
  for (let at = 0; at < PACKAGES; at++) {
    const home = Uri.joinPath(root, `p${at}`);
    await untilRules(Uri.joinPath(home, ".env"), at % 2 === 0 ? ["empty-secret"] : []);
  }
}

async function saveOrRevert(): Promise<void> {
  for (const document of workspace.textDocuments) {
    if (!document.isDirty) continue;
    await window.showTextDocument(document);
    await commands.executeCommand("workbench.action.revertAndCloseActiveEditor");
  }
}
