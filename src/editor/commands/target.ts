import * as vscode from "vscode";
import { type Project, packagesForSecret } from "../../core/index.ts";
import type { FileTree } from "../fileTree.ts";
import type { Place, Workspace } from "../workspace.ts";

/** The package that a secret is generated for. */
export class Target {
  readonly tree: FileTree;
  readonly folder: string;

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

/** The package to generate for; undefined where no folder is open to write to. */
export async function chooseTarget(
  workspace: Workspace,
  resource?: vscode.Uri,
  title = vscode.l10n.t("Generate AUTH_SECRET"),
): Promise<Target | undefined | "cancelled"> {
  const active = activePlace(workspace, resource);
  if (active) await workspace.whenRead(active.tree);
  const trees = active ? [active.tree] : workspace.folderTrees;
  await Promise.all(trees.map((tree) => workspace.whenRead(tree)));
  const targets = trees.flatMap((tree) =>
    packagesForSecret(tree.files, active?.path).map((folder) => new Target(tree, folder)),
  );
  const chosen = targets.length > 1 ? await choosePackage(targets, title) : targets[0];
  if (!chosen) return targets.length > 1 ? "cancelled" : undefined;
  await workspace.rereadFolder(chosen.tree, chosen.folder);
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
    label: vscode.workspace.asRelativePath(target.tree.uri(target.folder), true),
    description: target.project.framework.name,
    target,
  }));
  const chosen = await vscode.window.showQuickPick(items, {
    title,
    placeHolder: vscode.l10n.t("For which package?"),
  });
  return chosen?.target;
}
