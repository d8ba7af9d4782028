import * as vscode from "vscode";
import { localize } from "../convert.ts";
import { mint } from "../mint.ts";
import type { Deployment } from "./chooseDeployTarget.ts";

/**
 * Puts a new secret for each environment on the clipboard, one after the other, for the user to
 * paste where the target wants it; `why` says why no program did it.
 */
export async function copyValue(deployment: Deployment, why?: string): Promise<void> {
  const { placed, environments, project } = deployment;
  const open = vscode.l10n.t("Open Dashboard");
  for (const [index, environment] of environments.entries()) {
    await vscode.env.clipboard.writeText(mint(project.tree.settings));
    const following = environments[index + 1];
    const next = following === undefined ? [] : [vscode.l10n.t("Copy One for {0}", following)];
    const text = instruction(deployment, environment, why ?? reasonOf(deployment));
    let answer = await vscode.window.showInformationMessage(text, open, ...next);
    if (answer === open) {
      await vscode.env.openExternal(vscode.Uri.parse(placed.target.dashboard));
      if (next.length > 0) answer = await vscode.window.showInformationMessage(text, ...next);
    }
    if (answer === undefined || answer === open) return;
  }
}

function reasonOf({ placed: { target } }: Deployment): string {
  return target.delivery.kind === "dashboard" ? localize(target.delivery.why) : "";
}

function instruction(
  { project: { variable }, placed: { target } }: Deployment,
  environment: string | undefined,
  why: string,
): string {
  const { delivery, name, next } = target;
  const where = environment === undefined ? name : `${name} (${environment})`;
  const command = delivery.byHand?.(variable, environment);
  const text =
    command === undefined
      ? vscode.l10n.t("A fresh {0} for {1} is on the clipboard: paste it there.", variable, where)
      : vscode.l10n.t(
          "A fresh {0} for {1} is on the clipboard: paste it there, or run {2} in a terminal and paste it when it asks.",
          variable,
          where,
          command,
        );
  return [why, text, localize(next)].filter(Boolean).join(" ");
}
