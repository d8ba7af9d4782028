import * as vscode from "vscode";
import type { FileEdit, TextEdit } from "../core/index.ts";
import { textOf } from "./byteOrderMark.ts";
import { rangesOf, toWorkspaceEdit } from "./convert.ts";
import { exists } from "./disk.ts";
import type { FileTree } from "./fileTree.ts";
import { shownName } from "./plainText.ts";
import { save } from "./save.ts";
import { WriteError } from "./writeError.ts";

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
  if (!wasDirty) await save([document ?? (await open(uri))]);
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
  const clean = final.filter(({ file }) => !dirty.has(file));
  await save(await Promise.all(clean.map(({ file }) => open(tree.uri(file)))));
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
