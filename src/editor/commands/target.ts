import * as vscode from "vscode";
import { type Project, packagesForSecret } from "../../core/index.ts";
import type { FileTree } from "../fileTree.ts";
import { untilRead } from "../patience.ts";
import { shownName } from "../plainText.ts";
import type { Place, Workspace } from "../workspace.ts";

/** The package that a command is about. */
export class Target {
  readonly tree: FileTree;
  readonly folder: string;
  /** Resolves when git has said what it ignores: until then that may be out of date. */
  whenGitRead: Promise<void> = Promise.resolve();

  constructor(tree: FileTree, folder: string) {
    this.tree = tree;
    this.folder = folder;
  }

  /** As it is now: files change while a question is open. */
  get project(): Project {
    return this.tree.project(this.folder);
  }

  get variable(): string {
    return this.project.framework.variable;
  }
}

/** The package that a command of this title is for; undefined where no folder is open to write to. */
export async function chooseTarget(
  workspace: Workspace,
  title: string,
  resource?: vscode.Uri,
): Promise<Target | undefined | "cancelled"> {
  const chosen = await chooseTargetEarly(workspace, title, resource);
  if (chosen instanceof Target) await chosen.whenGitRead;
  return chosen;
}

/** The same, for a command that asks what git ignores late and waits for `whenGitRead` itself. */
export async function chooseTargetEarly(
  workspace: Workspace,
  title: string,
  resource?: vscode.Uri,
): Promise<Target | undefined | "cancelled"> {
  const active = activePlace(workspace, resource);
  const trees = active ? [active.tree] : workspace.folderTrees;
  const reading = Promise.all(trees.map((tree) => workspace.whenRead(tree)));
  if (!(await untilRead(title, reading))) return "cancelled";
  const targets = trees.flatMap((tree) =>
    packagesForSecret(tree.files, active?.path).map((folder) => new Target(tree, folder)),
  );
  const chosen = targets.length > 1 ? await choosePackage(targets, title) : targets[0];
  if (!chosen) return targets.length > 1 ? "cancelled" : undefined;
  const { git } = await workspace.rereadTexts(chosen.tree, chosen.folder);
  chosen.whenGitRead = git;
  return chosen;
}

function activePlace(workspace: Workspace, resource?: vscode.Uri): Place | undefined {
  const uri = resource ?? vscode.window.activeTextEditor?.document.uri;
  return uri && workspace.find(uri);
}

async function choosePackage(
  targets: readonly Target[],
  title: string,
): Promise<Target | undefined> {
  const items = targets.map((target) => ({
    label: shownName(target.tree.uri(target.folder), true),
    description: target.project.framework.name,
    target,
  }));
  const chosen = await vscode.window.showQuickPick(items, {
    title,
    placeHolder: vscode.l10n.t("For which package?"),
  });
  return chosen?.target;
}

/** Says that there is nothing to write to, which the command needs. */
export function sayNoFolder(): void {
  void vscode.window.showInformationMessage(
    vscode.l10n.t("Open the folder of your project first: there is no env file to write to."),
  );
}
