import * as vscode from "vscode";
import { shownName } from "./plainText.ts";
import type { Workspace } from "./workspace.ts";
import { tellWriteError, WriteError } from "./writeError.ts";

/** Documents that are being saved here: who saves them tells what came of it. */
const own = new Set<string>();

/** Documents of which the disk has a part only, which has been told. */
const partial = new Set<string>();

/**
 * Saves documents, each whatever becomes of the others.
 * @throws WriteError that names all that are not on the disk as they are in the editor, where they
 *   stay open, with their change and unsaved.
 */
export async function save(documents: readonly vscode.TextDocument[]): Promise<void> {
  const failures: string[] = [];
  for (const document of documents) {
    own.add(String(document.uri));
    try {
      failures.push(...(await saveOne(document)));
    } finally {
      own.delete(String(document.uri));
    }
  }
  if (failures.length > 0) throw new WriteError(failures.join(" "));
}

/**
 * The same for files that were changed through the editor. Opened, not looked up: the editor may not have
 * told yet of a document that a change made, nor that it is dirty.
 */
export async function saveFiles(uris: readonly vscode.Uri[]): Promise<void> {
  await save(await Promise.all(uris.map((uri) => vscode.workspace.openTextDocument(uri))));
}

async function saveOne(document: vscode.TextDocument): Promise<readonly string[]> {
  const isSaved = await document.save();
  const text = document.getText();
  if (isSaved && !(await isCutShort(document, text))) return [];
  if (isSaved) return [await keepOpen(document, text)];
  await vscode.window.showTextDocument(document, { preview: false });
  return [
    vscode.l10n.t(
      "{0} could not be saved, for the reason that VS Code gives: the change is still open. Save it once more when that is mended.",
      shownName(document.uri),
    ),
  ];
}

/** Tells where a full disk cuts a file short that is saved by a person, fixes on save or Auto Save. */
export function registerSaveWatch(workspace: Workspace): vscode.Disposable {
  return vscode.workspace.onDidSaveTextDocument(async (document) => {
    const name = String(document.uri);
    const place = own.has(name) ? undefined : workspace.find(document.uri);
    if (!place?.tree.files.has(place.path)) return;
    const text = document.getText();
    if (!(await isCutShort(document, text))) {
      partial.delete(name);
      return;
    }
    // Auto Save tries again and again: that is good, and once is enough to be told of it.
    const isKnown = partial.has(name);
    const told = await keepOpen(document, text);
    if (!isKnown) tellWriteError(new WriteError(told));
  });
}

/** Keeps the text that was to be saved, unsaved in an editor; what to say of it. */
async function keepOpen(document: vscode.TextDocument, text: string): Promise<string> {
  partial.add(String(document.uri));
  await makeUnsaved(document, text).catch(() => {
    // Closed by the person meanwhile: they are told all the same.
  });
  return vscode.l10n.t(
    "{0} was written in part only, since the disk is full: make room, and save it once more.",
    shownName(document.uri),
  );
}

/**
 * VS Code takes the document for saved: closed, it would lose what the disk has not got, and one that
 * no editor shows is read from the disk again before one does.
 */
async function makeUnsaved(document: vscode.TextDocument, text: string): Promise<void> {
  const editor = await vscode.window.showTextDocument(document, { preview: false });
  // Read anew it is another document.
  const shown = editor.document;
  // The person types on: that keeps it as well.
  if (shown.isDirty) return;
  const { length } = shown.getText();
  // Where nothing is lost yet, the same character once more: that alone makes a document unsaved.
  const from = shown.getText() === text ? length - 1 : 0;
  const range = new vscode.Range(shown.positionAt(from), shown.positionAt(length));
  const stops = { undoStopBefore: false, undoStopAfter: false };
  await editor.edit((edit) => edit.replace(range, text.slice(from)), stops);
}

/**
 * True where the disk has the first part only of a document that was saved: VS Code takes the part
 * that a full disk accepts for all of it (seen in 1.139). Blank space at the end is no part of
 * anything: a formatter may have taken it away meanwhile.
 */
async function isCutShort(document: vscode.TextDocument, text: string): Promise<boolean> {
  if (document.isDirty) return false;
  const wanted = new TextEncoder().encode(text);
  const bytes = await readShorter(document.uri, MARK.length + wanted.length);
  if (bytes === undefined) return false;
  const hasMark = MARK.every((byte, at) => bytes[at] === byte);
  const written = hasMark ? bytes.subarray(MARK.length) : bytes;
  const isStart = written.every((byte, at) => byte === wanted[at]);
  return isStart && wanted.subarray(written.length).some((byte) => byte > SPACE);
}

/** The bytes of a file that has fewer than so many; undefined for another, or one that is gone. */
async function readShorter(uri: vscode.Uri, length: number): Promise<Uint8Array | undefined> {
  try {
    const { size } = await vscode.workspace.fs.stat(uri);
    return size < length ? await vscode.workspace.fs.readFile(uri) : undefined;
  } catch {
    return undefined;
  }
}

const MARK: readonly number[] = [0xef, 0xbb, 0xbf];

const SPACE = 0x20;
