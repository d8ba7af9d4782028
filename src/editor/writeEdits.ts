import * as vscode from "vscode";
import type { FileEdit, TextEdit } from "../core/index.ts";
import { textOf } from "./byteOrderMark.ts";
import { rangesOf, toWorkspaceEdit } from "./convert.ts";
import { exists } from "./disk.ts";
import type { FileTree } from "./fileTree.ts";
import { shownName } from "./plainText.ts";

/** A write that did not happen, with a sentence that says why. Nothing was changed. */
export class WriteError extends Error {}

/**
 * Applies edits to a file through the editor, so that one undo takes them back, and saves it
 * where it had no unsaved work before. The edits are made last, for the text as it is then.
 * @throws WriteError if the file cannot be written; what was unsaved stays as it was.
 */
export async function writeEdits(
  tree: FileTree,
  path: string,
  edits: (text: string) => readonly TextEdit[],
): Promise<void> {
  const uri = tree.uri(path);
  const [document] = await Promise.all([readDocument(tree, path), assertWritable(uri)]);
  const wasDirty = document?.isDirty;
  const text = document?.getText() ?? "";
  const edit = new vscode.WorkspaceEdit();
  if (!document) edit.createFile(uri);
  edit.set(
    uri,
    edits(text).map((change) => vscode.TextEdit.replace(rangesOf(text)(change), change.newText)),
  );
  if (!(await vscode.workspace.applyEdit(edit))) {
    throw new WriteError(vscode.l10n.t("VS Code did not accept the change."));
  }
  if (!wasDirty) await save(document ?? (await open(uri)));
}

/**
 * The same for several files in one step, which one undo takes back. `edits` is asked twice: for the
 * files, of which the tree is then told the newest text, and for the edits of these texts.
 * @throws WriteError if one of the files cannot be written: then none is.
 */
export async function writeAll(tree: FileTree, edits: () => readonly FileEdit[]): Promise<void> {
  const files = new Set(edits().map(({ file }) => file));
  const dirty = new Set<string>();
  for (const file of files) {
    await assertWritable(tree.uri(file));
    if ((await readDocument(tree, file))?.isDirty) dirty.add(file);
  }
  const final = edits();
  if (final.length === 0 || final.some(({ file }) => !files.has(file))) {
    throw new WriteError(vscode.l10n.t("The files are not what they were: look at them first."));
  }
  if (!(await vscode.workspace.applyEdit(toWorkspaceEdit(final, tree)))) {
    throw new WriteError(vscode.l10n.t("VS Code did not accept the change."));
  }
  await saveAll(final.flatMap(({ file }) => (dirty.has(file) ? [] : tree.uri(file))));
}

/**
 * Makes the tree know a file's text as an editor has it; undefined for a file that is not there.
 * @throws WriteError if the file cannot be read as text.
 */
export async function readDocument(
  tree: FileTree,
  path: string,
): Promise<vscode.TextDocument | undefined> {
  const uri = tree.uri(path);
  const [isThere, document] = await Promise.all([exists(uri), tryOpen(uri)]);
  if (!isThere) return undefined;
  if (!document) throw unreadable(uri);
  tree.set(path, textOf(document, tree.files.get(path)));
  return document;
}

/** @throws WriteError if the file, or the place for a new one, cannot be written. */
export async function assertWritable(uri: vscode.Uri): Promise<void> {
  const name = shownName(uri);
  if (vscode.workspace.fs.isWritableFileSystem(uri.scheme) === false) {
    throw new WriteError(vscode.l10n.t("{0} is on a read-only file system.", name));
  }
  const stat = await vscode.workspace.fs.stat(uri).then(
    (found) => found,
    () => undefined,
  );
  if (((stat?.permissions ?? 0) & vscode.FilePermission.Readonly) !== 0) {
    throw new WriteError(vscode.l10n.t("{0} is read-only.", name));
  }
}

/**
 * Saves files that were changed through the editor, each whether or not the others can be saved.
 * @throws WriteError that tells of all that could not; they are open then with what was to be written.
 */
export async function saveAll(uris: readonly vscode.Uri[]): Promise<void> {
  const failures: string[] = [];
  for (const uri of uris) {
    try {
      await save(await open(uri));
    } catch (error) {
      if (!(error instanceof WriteError)) throw error;
      failures.push(error.message);
    }
  }
  if (failures.length > 0) throw new WriteError(failures.join(" "));
}

async function open(uri: vscode.Uri): Promise<vscode.TextDocument> {
  const document = await tryOpen(uri);
  if (!document) throw unreadable(uri);
  return document;
}

function tryOpen(uri: vscode.Uri): Promise<vscode.TextDocument | undefined> {
  return Promise.resolve(vscode.workspace.openTextDocument(uri)).then(
    (document) => document,
    () => undefined,
  );
}

function unreadable(uri: vscode.Uri): WriteError {
  return new WriteError(vscode.l10n.t("{0} cannot be read as text.", shownName(uri)));
}

/** Of documents that are opened, not looked up: VS Code may not have told yet of one, or that it is dirty. */
async function save(document: vscode.TextDocument): Promise<void> {
  const isSaved = await document.save();
  if (isSaved && !(await isCutShort(document))) return;
  const name = shownName(document.uri);
  await vscode.window.showTextDocument(document);
  throw new WriteError(
    isSaved
      ? vscode.l10n.t(
          "{0} was written in part only, since the disk is full: make room, and save it once more.",
          name,
        )
      : vscode.l10n.t("{0} could not be saved: the change is still open.", name),
  );
}

/** Encodings whose length is known beforehand, with that of the mark at the beginning. */
const MARK_BYTES: Readonly<Record<string, number>> = { utf8: 0, utf8bom: 3 };

/**
 * True where the disk has less of a document than was saved: VS Code takes the first part that a full
 * disk accepts for all of it (seen in 1.139).
 */
async function isCutShort(document: vscode.TextDocument): Promise<boolean> {
  // Releases before 1.100 do not tell.
  const encoding: unknown = Reflect.get(document, "encoding");
  const mark = typeof encoding === "string" ? MARK_BYTES[encoding] : undefined;
  if (mark === undefined || document.isDirty) return false;
  const wanted = mark + new TextEncoder().encode(document.getText()).length;
  return await vscode.workspace.fs.stat(document.uri).then(
    ({ size }) => size < wanted,
    () => false,
  );
}
