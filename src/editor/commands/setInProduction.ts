import * as vscode from "vscode";
import { chooseDeployTarget } from "../production/chooseDeployTarget.ts";
import { copyValue } from "../production/copyValue.ts";
import { runTool } from "../production/runTool.ts";
import { writeCompose } from "../production/writeCompose.ts";
import type { Programs } from "../programs.ts";
import type { Workspace } from "../workspace.ts";
import { chooseTarget } from "./target.ts";

/**
 * Set in Production: makes a secret of its own for a deploy target and hands it to the target's
 * command line tool, or to the user where no tool can be run or takes it without showing it.
 */
export async function setInProduction(
  workspace: Workspace,
  programs: Programs,
  resource?: vscode.Uri,
): Promise<void> {
  const title = vscode.l10n.t("Set in Production");
  const project = await chooseTarget(workspace, title, resource);
  if (project === "cancelled") return;
  if (!project) {
    const text = vscode.l10n.t("Open the folder of the project first.");
    void vscode.window.showInformationMessage(text);
    return;
  }
  const deployment = await chooseDeployTarget(project);
  const kind = deployment?.placed.target.delivery.kind;
  if (!deployment) return;
  if (kind === "tool") await runTool(deployment, programs);
  else if (kind === "compose") await writeCompose(deployment);
  else await copyValue(deployment);
}
