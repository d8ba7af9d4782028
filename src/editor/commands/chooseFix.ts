import * as vscode from "vscode";
import { type Finding, sayingOf } from "../../core/index.ts";
import { actionsFor } from "../codeActions.ts";
import type { FileTree } from "../fileTree.ts";
import { LateAction } from "../lateAction.ts";
import type { Workspace } from "../workspace.ts";

/**
 * Asks what to do about a problem, and does it. A list of its own and not the light bulb's: soon
 * after the cursor has moved, and whenever problems change, VS Code looks for code actions anew and
 * drops the light bulb's list that was asked for meanwhile (CodeActionOracle in VS Code 1.139), so
 * that nothing would come up while other extensions still start.
 */
export async function chooseFix(
  workspace: Workspace,
  tree: FileTree,
  wanted: Finding,
  title: string,
): Promise<void> {
  const path = wanted.file;
  const found = tree.findingsIn(path).find(({ finding }) => sayingOf(finding) === sayingOf(wanted));
  if (!found) return;
  const items = actionsFor({ tree, path }, found).map((action) => ({
    label: `$(${action.isPreferred ? "lightbulb-autofix" : "lightbulb"}) ${action.title}`,
    action,
  }));
  const placeHolder = vscode.l10n.t("Choose what to do about it, or press Escape to look at it");
  const chosen = await vscode.window.showQuickPick(items, { title, placeHolder });
  if (chosen) await carryOut(chosen.action, workspace);
}

/** What the editor does with an action of the light bulb. */
async function carryOut(action: vscode.CodeAction, workspace: Workspace): Promise<void> {
  if (action instanceof LateAction) await action.complete(workspace);
  const { edit, command } = action;
  if (edit && !(await vscode.workspace.applyEdit(edit))) return;
  if (command) await vscode.commands.executeCommand(command.command, ...(command.arguments ?? []));
}
