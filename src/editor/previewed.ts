import * as vscode from "vscode";
import type { FileEdit } from "../core/index.ts";
import { addTo } from "./convert.ts";
import type { FileTree } from "./fileTree.ts";
import { shownName } from "./plainText.ts";
import { save } from "./save.ts";
import { assertWritable } from "./writeEdits.ts";

/** Edits of files below one root. */
export interface TreeEdits {
  readonly tree: FileTree;
  readonly edits: readonly FileEdit[];
}

/**
 * Shows edits in the editor's preview and makes those that the person leaves ticked, in one step of
 * undo. Files without unsaved work are saved. The names of the files that changed: none where the
 * person turned the preview away.
 * @throws WriteError if one of the files cannot be written: nothing was changed then, or it is open with
 *   what was to be written.
 */
export async function applyPreviewed(
  changes: readonly TreeEdits[],
  label: string,
): Promise<readonly string[]> {
  const files = changes.flatMap(({ tree, edits }) =>
    edits.map(({ file }) => ({ uri: tree.uri(file), before: tree.files.get(file) })),
  );
  for (const { uri } of files) await assertWritable(uri);
  const dirty = vscode.workspace.textDocuments.filter(({ isDirty }) => isDirty);
  const wasDirty = new Set(dirty.map(({ uri }) => String(uri)));
  const edit = new vscode.WorkspaceEdit();
  for (const { tree, edits } of changes) {
    addTo(edit, edits, tree, { needsConfirmation: false, label });
  }
  askForPreview(edit, files[0]?.uri);
  if (!(await vscode.workspace.applyEdit(edit, { isRefactoring: true }))) return [];
  const changed: vscode.TextDocument[] = [];
  for (const { uri, before } of files) {
    const document = await tryOpen(uri);
    if (document === undefined || document.getText() === before) continue;
    changed.push(document);
  }
  await save(changed.filter(({ uri }) => !wasDirty.has(String(uri))));
  return changed.map(({ uri }) => shownName(uri));
}

/**
 * The editor shows a preview where one edit at least asks for it, and leaves those unticked that do:
 * so one that does nothing asks for all the others.
 */
function askForPreview(edit: vscode.WorkspaceEdit, uri: vscode.Uri | undefined): void {
  if (uri === undefined) return;
  edit.replace(uri, new vscode.Range(0, 0, 0, 0), "", {
    needsConfirmation: true,
    label: vscode.l10n.t("Nothing is written before you press Apply"),
  });
}

/** Undefined for a file that is not there: the person has not let it be made. */
async function tryOpen(uri: vscode.Uri): Promise<vscode.TextDocument | undefined> {
  return vscode.workspace.openTextDocument(uri).then(
    (document) => document,
    () => undefined,
  );
}
