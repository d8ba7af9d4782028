import * as vscode from "vscode";
import type { TextEdit } from "../core/index.ts";
import { rangesOf } from "./convert.ts";
import { exists } from "./disk.ts";
import type { FileTree } from "./fileTree.ts";

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
  await assertWritable(uri);
  const document = await readDocument(tree, path);
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
 * Makes the tree know a file's text as an editor has it; undefined for a file that is not there.
 * @throws WriteError if the file cannot be read as text.
 */
export async function readDocument(
  tree: FileTree,
  path: string,
): Promise<vscode.TextDocument | undefined> {
  const uri = tree.uri(path);
  if (!(await exists(uri))) return undefined;
  const document = await open(uri);
  tree.set(path, document.getText());
  return document;
}

/** @throws WriteError if the file, or the place for a new one, cannot be written. */
export async function assertWritable(uri: vscode.Uri): Promise<void> {
  const name = vscode.workspace.asRelativePath(uri);
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
  try {
    return await vscode.workspace.openTextDocument(uri);
  } catch {
    const name = vscode.workspace.asRelativePath(uri);
    throw new WriteError(vscode.l10n.t("{0} cannot be read as text.", name));
  }
}

async function save(document: vscode.TextDocument): Promise<void> {
  if (await document.save()) return;
  const name = vscode.workspace.asRelativePath(document.uri);
  await vscode.window.showTextDocument(document);
  throw new WriteError(vscode.l10n.t("{0} could not be saved: the change is still open.", name));
}
