import * as vscode from "vscode";
import { type Migration, migrationOf, type Renaming } from "../../core/index.ts";
import type { FileTree } from "../fileTree.ts";
import { cancelled } from "../patience.ts";
import { applyPreviewed } from "../previewed.ts";
import { say } from "../say.ts";
import type { Workspace } from "../workspace.ts";
import { tellWriteError } from "../writeError.ts";

/** Migrate to v5 Names: renames the variables in every package whose library has renamed them. */
export async function migrateNames(workspace: Workspace): Promise<void> {
  const title = vscode.l10n.t("Migrate to v5 Names");
  const migrations = await vscode.window.withProgress(
    { location: vscode.ProgressLocation.Notification, title, cancellable: true },
    (_progress, token) => collect(workspace, token),
  );
  if (migrations === undefined) return;
  const changes = migrations.map(({ tree, edits }) => ({ tree, edits }));
  if (changes.every(({ edits }) => edits.length === 0)) {
    sayNothingToDo(migrations);
    return;
  }
  try {
    const changed = await applyPreviewed(changes, title);
    if (changed.length > 0) sayDone(migrations, changed);
  } catch (error) {
    tellWriteError(error);
  }
}

interface TreeMigration extends Migration {
  readonly tree: FileTree;
}

/** Undefined where the person cancels it. */
async function collect(
  workspace: Workspace,
  token: vscode.CancellationToken,
): Promise<readonly TreeMigration[] | undefined> {
  const found: TreeMigration[] = [];
  const givenUp = cancelled(token);
  for (const tree of workspace.folderTrees) {
    await Promise.race([workspace.whenRead(tree), givenUp]);
    for (const folder of tree.packages) {
      if (token.isCancellationRequested) return undefined;
      await Promise.race([workspace.rereadFolder(tree, folder), givenUp]);
      found.push({ tree, ...migrationOf(tree.project(folder)) });
    }
  }
  return token.isCancellationRequested ? undefined : found;
}

function sayNothingToDo(migrations: readonly TreeMigration[]): void {
  const text = leftOver(migrations) ?? vscode.l10n.t("No package on v5 uses a name of v4.");
  void vscode.window.showInformationMessage(text);
}

function sayDone(migrations: readonly TreeMigration[], changed: readonly string[]): void {
  const names = listOf(migrations.flatMap(({ renamed }) => renamed));
  const done = vscode.l10n.t(
    "{0} in {1}. The values are the same, so sessions go on. Rename the variables where the app is deployed too, before the next deployment.",
    names,
    changed.join(", "),
  );
  const more = [stillNamed(migrations), leftOver(migrations)].filter((text) => text !== undefined);
  const text = [done, ...more].join(" ");
  if (more.length === 0) say(text);
  else void vscode.window.showWarningMessage(text);
}

function stillNamed(migrations: readonly TreeMigration[]): string | undefined {
  const names = migrations.flatMap(({ tree, stillNamedIn }) =>
    stillNamedIn.map((path) => vscode.workspace.asRelativePath(tree.uri(path))),
  );
  if (names.length === 0) return undefined;
  return vscode.l10n.t(
    "Change the names here too, where they are meant for the app: {0}.",
    names.join(", "),
  );
}

function leftOver(migrations: readonly TreeMigration[]): string | undefined {
  const names = listOf(migrations.flatMap(({ left }) => left));
  if (names === "") return undefined;
  return vscode.l10n.t(
    "Left as it is, since both names are in use with different values or side by side: {0}. Decide on one of them first.",
    names,
  );
}

function listOf(renamings: readonly Renaming[]): string {
  return [...new Set(renamings.map(({ from, to }) => `${from} → ${to}`))].join(", ");
}
