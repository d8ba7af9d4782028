import * as vscode from "vscode";
import { detectTargets, joinPath, type PlacedTarget } from "../../core/index.ts";
import type { Target } from "../commands/target.ts";
import { entriesOf } from "../disk.ts";
import type { FileTree } from "../fileTree.ts";

/** A secret to be set: for which package, where, and for which of the places that it keeps apart. */
export interface Deployment {
  readonly project: Target;
  readonly placed: PlacedTarget;
  /** Names of environments; one that is undefined where the target has no such choice. */
  readonly environments: readonly (string | undefined)[];
}

/** Asks where to, the targets that the project is set up for first; undefined where nothing was chosen. */
export async function chooseDeployTarget(project: Target): Promise<Deployment | undefined> {
  const { tree, folder } = project;
  const items = detectTargets(await pathsAbove(tree, folder), folder).map((placed) => ({
    label: placed.target.name,
    description: placed.folder === undefined ? "" : vscode.l10n.t("set up in this project"),
    placed,
  }));
  const chosen = await vscode.window.showQuickPick(items, {
    title: vscode.l10n.t("Set {0} in Production", project.variable),
    placeHolder: vscode.l10n.t("Where is the app deployed?"),
  });
  if (!chosen) return undefined;
  const environments = await chooseEnvironments(chosen.placed, project.variable);
  return environments && { project, placed: chosen.placed, environments };
}

async function chooseEnvironments(
  { target }: PlacedTarget,
  variable: string,
): Promise<readonly (string | undefined)[] | undefined> {
  if (target.environments.length === 0) return [undefined];
  const items = target.environments.map((label, index) => ({ label, picked: index === 0 }));
  const chosen = await vscode.window.showQuickPick(items, {
    canPickMany: true,
    title: vscode.l10n.t("Set {0} on {1}", variable, target.name),
    placeHolder: vscode.l10n.t("For which environments? Each gets a secret of its own."),
  });
  return chosen && chosen.length > 0 ? chosen.map(({ label }) => label) : undefined;
}

/** The names in a folder and in those above it, and what lies in `.github`. */
async function pathsAbove(tree: FileTree, folder: string): Promise<readonly string[]> {
  const parts = folder === "" ? [] : folder.split("/");
  const folders = [...parts.keys(), parts.length].map((depth) => parts.slice(0, depth).join("/"));
  const wanted = folders.flatMap((each) => [each, joinPath(each, ".github")]);
  const found = await Promise.all(
    wanted.map(async (each) =>
      (await entriesOf(tree.uri(each))).map(([name]) => joinPath(each, name)),
    ),
  );
  return found.flat();
}
