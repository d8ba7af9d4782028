import * as vscode from "vscode";
import { type FileEdit, fixAll } from "../core/index.ts";
import { toWorkspaceEdit } from "./convert.ts";
import type { FileTree } from "./fileTree.ts";
import { mint } from "./mint.ts";
import { shownName } from "./plainText.ts";
import { saveFiles } from "./save.ts";

/** Every fix in a tree that needs no decision, ends no session and loses no value. */
export function safeEdits(tree: FileTree): readonly FileEdit[] {
  return fixAll({
    files: tree.files,
    projectsOn: (files) => tree.packages.map((folder) => tree.projectOn(folder, files)),
    rules: tree.settings.rules,
    tools: { mint: () => mint(tree.settings) },
    accepts: ({ timing }) => timing === "onSave",
  });
}

/**
 * Applies edits through the editor, so that Undo takes them back, and saves the files that had no
 * unsaved work; the names of all that were changed.
 * @throws WriteError if one of them cannot be saved
 */
export async function applyFixes(
  tree: FileTree,
  edits: readonly FileEdit[],
): Promise<readonly string[]> {
  const uris = edits.map(({ file }) => tree.uri(file));
  const dirty = new Set(
    vscode.workspace.textDocuments.flatMap(({ isDirty, uri }) => (isDirty ? uri.toString() : [])),
  );
  if (edits.length === 0 || !(await vscode.workspace.applyEdit(toWorkspaceEdit(edits, tree)))) {
    return [];
  }
  await saveFiles(uris.filter((each) => !dirty.has(each.toString())));
  return uris.map((uri) => shownName(uri));
}
