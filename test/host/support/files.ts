import {
  commands,
  Disposable,
  EventEmitter,
  Range,
  RelativePattern,
  type TextDocument,
  type TextEditor,
  Uri,
  type WorkspaceFolder,
  window,
  workspace,
} from "vscode";
import { ok } from "./assert.ts";
import { untilEvent } from "./untilEvent.ts";

// Through workspace.fs alone: it is all that the web worker host has.

const made = new Set<Uri>();
let count = 0;

/** Makes a folder of its own in the workspace with these files in it; it goes after the test. */
export async function folderWith(
  files: Readonly<Record<string, string>>,
  root: WorkspaceFolder | undefined = workspace.workspaceFolders?.[0],
): Promise<Uri> {
  ok(root, "No folder is open to make files in.");
  const folder = Uri.joinPath(root.uri, `test-${++count}`);
  made.add(folder);
  for (const [path, text] of Object.entries(files)) {
    await writeText(Uri.joinPath(folder, path), text);
  }
  return folder;
}

/** Closes all editors and removes what the test made. The suite calls it after every test. */
export async function tidyUp(): Promise<void> {
  await commands.executeCommand("workbench.action.revertAndCloseActiveEditor");
  // What is unsaved would stay open when the others are closed, and be known to later tests.
  for (const document of workspace.textDocuments.filter(({ isDirty }) => isDirty)) {
    await window.showTextDocument(document);
    await commands.executeCommand("workbench.action.revertAndCloseActiveEditor");
  }
  await commands.executeCommand("workbench.action.closeAllEditors");
  for (const folder of made) await workspace.fs.delete(folder, { recursive: true });
  made.clear();
  for (const folder of workspace.workspaceFolders ?? []) await removeIgnoreFile(folder);
}

/** One that a fix wrote beside the test's own folder would decide the next test. */
async function removeIgnoreFile({ uri }: WorkspaceFolder): Promise<void> {
  const file = Uri.joinPath(uri, ".gitignore");
  if (await exists(file)) await workspace.fs.delete(file);
}

export async function openFile(uri: Uri): Promise<TextEditor> {
  return await window.showTextDocument(await workspace.openTextDocument(uri), { preview: false });
}

/** Writes to the disk behind the editor's back, as another program does. */
export async function writeText(uri: Uri, text: string): Promise<void> {
  await workspace.fs.writeFile(uri, new TextEncoder().encode(text));
}

/** What is on the disk; fails when there is no such file. */
export async function textOnDisk(uri: Uri): Promise<string> {
  // A byte order mark is part of what is there.
  return new TextDecoder("utf-8", { ignoreBOM: true }).decode(await workspace.fs.readFile(uri));
}

export async function exists(uri: Uri): Promise<boolean> {
  return await workspace.fs.stat(uri).then(
    () => true,
    () => false,
  );
}

/** Types `text` in place of the whole document, without saving. */
export async function replaceAll(editor: TextEditor, text: string): Promise<TextDocument> {
  const { document } = editor;
  const end = document.lineAt(document.lineCount - 1).range.end;
  const done = await editor.edit((edit) =>
    edit.replace(new Range(0, 0, end.line, end.character), text),
  );
  ok(done, `${document.uri.path} could not be edited.`);
  return document;
}

/** Waits until a file's content on the disk is as wanted; what writes it may still be at work. */
export async function untilOnDisk(
  uri: Uri,
  isWanted: (text: string) => boolean,
  otherwise: string,
): Promise<string> {
  const watcher = workspace.createFileSystemWatcher(
    new RelativePattern(Uri.joinPath(uri, ".."), basename(uri)),
  );
  const changed = new EventEmitter<void>();
  const look = async () => {
    text = await textOnDisk(uri).catch(() => undefined);
    changed.fire();
  };
  let text: string | undefined;
  const watching = Disposable.from(
    watcher,
    watcher.onDidCreate(look),
    watcher.onDidChange(look),
    workspace.onDidSaveTextDocument(look),
    changed,
  );
  try {
    await look();
    await untilEvent(
      changed.event,
      () => text !== undefined && isWanted(text),
      () => otherwise,
    );
    return text ?? "";
  } finally {
    watching.dispose();
  }
}

function basename({ path }: Uri): string {
  return path.slice(path.lastIndexOf("/") + 1);
}

/** A document that has never been saved. */
export async function openUntitled(content: string): Promise<TextEditor> {
  return await window.showTextDocument(await workspace.openTextDocument({ content }));
}
