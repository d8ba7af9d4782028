import * as vscode from "vscode";
import { type FileEdit, ignoreEdit } from "../../core/index.ts";
import type { FileTree } from "../fileTree.ts";
import { shownName } from "../plainText.ts";
import type { Place, Workspace } from "../workspace.ts";
import { writeEdits } from "../writeEdits.ts";
import { tellWriteError } from "../writeError.ts";

/** Add Env Files to .gitignore: in the active file's folder, or in every folder. */
export async function ignoreEnvFiles(workspace: Workspace): Promise<void> {
  const active = vscode.window.activeTextEditor?.document.uri;
  const own = active && workspace.find(active)?.tree;
  const trees = own ? [own] : workspace.folderTrees;
  const written: (readonly string[] | undefined)[] = [];
  for (const tree of trees) {
    await workspace.whenRead(tree);
    for (const folder of tree.packages) written.push(await ignoreAll(tree, folder));
  }
  report(written);
}

/** Offers to keep files of one package out of git in the message that says what was written. */
export async function offerIgnore(
  tree: FileTree,
  paths: readonly string[],
  written: string,
): Promise<void> {
  const add = vscode.l10n.t("Add to .gitignore");
  const text =
    paths.length === 1
      ? vscode.l10n.t("{0} Git would commit this file.", written)
      : vscode.l10n.t("{0} Git would commit {1} of these files.", written, paths.length);
  if ((await vscode.window.showWarningMessage(text, add)) === add) {
    report([await ignore(tree, tree.packageOf(paths[0] ?? ""), paths)]);
  }
}

/** True where git would commit the file, as far as is known; false where there is no git. */
export function isCommittable({ tree, path }: Place): boolean {
  const { repository } = tree.project(tree.packageOf(path));
  return repository !== undefined && !repository.isIgnored(path);
}

async function ignoreAll(tree: FileTree, folder: string): Promise<readonly string[] | undefined> {
  const { envFiles, repository } = tree.project(folder);
  const open = envFiles.filter(
    ({ path, isTemplate }) => !isTemplate && !repository?.isIgnored(path),
  );
  return open.length > 0
    ? ignore(
        tree,
        folder,
        open.map(({ path }) => path),
      )
    : [];
}

/** Keeps a file out of git where it is not yet; false where that failed, which the user was told. */
export async function keepOutOfGit({ tree, path }: Place): Promise<boolean> {
  if (!isCommittable({ tree, path })) return true;
  return (await ignore(tree, tree.packageOf(path), [path])) !== undefined;
}

/** Adds what is missing; the names of the files that were written, or undefined if it failed. */
async function ignore(
  tree: FileTree,
  folder: string,
  paths: readonly string[],
): Promise<readonly string[] | undefined> {
  const makeEdits = (): readonly FileEdit[] => ignoreEdit(tree.project(folder), paths);
  const files = makeEdits().map(({ file }) => file);
  try {
    for (const file of files) {
      await writeEdits(
        tree,
        file,
        () => makeEdits().find((edit) => edit.file === file)?.edits ?? [],
      );
    }
    return files.map((file) => shownName(tree.uri(file)));
  } catch (error) {
    tellWriteError(error);
    return undefined;
  }
}

function report(results: readonly (readonly string[] | undefined)[]): void {
  const written = new Set(results.flatMap((names) => names ?? []));
  // Each failure has had its own message.
  if (written.size === 0 && results.includes(undefined)) return;
  const text =
    written.size > 0
      ? vscode.l10n.t("Env files were added to {0}.", [...written].join(", "))
      : vscode.l10n.t("Git ignores every env file already.");
  void vscode.window.showInformationMessage(text);
}
