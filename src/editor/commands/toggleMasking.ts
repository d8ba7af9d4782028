import * as vscode from "vscode";
import { isOn, SECTION } from "../settings.ts";

const SETTING = "maskValues";

/** Toggle Masking of Secrets: in the settings that decide now, so that it is seen at once. */
export function registerToggleMasking(): vscode.Disposable {
  return vscode.commands.registerCommand("authSecret.toggleMasking", async () => {
    const scope = vscode.window.activeTextEditor?.document.uri;
    const isMasked = !isOn(SETTING, scope);
    const section = vscode.workspace.getConfiguration(SECTION, scope);
    await section.update(SETTING, isMasked, targetOf(section.inspect(SETTING)));
    const text = isMasked
      ? vscode.l10n.t("Secrets are covered in editors.")
      : vscode.l10n.t("Secrets are shown again.");
    vscode.window.setStatusBarMessage(text, STATUS_MILLISECONDS);
  });
}

const STATUS_MILLISECONDS = 5000;

type Known = ReturnType<vscode.WorkspaceConfiguration["inspect"]>;

/** Where the setting stands already, the most particular first; else with the person's own. */
function targetOf(known: Known): vscode.ConfigurationTarget {
  if (known?.workspaceFolderValue !== undefined) return vscode.ConfigurationTarget.WorkspaceFolder;
  if (known?.workspaceValue !== undefined) return vscode.ConfigurationTarget.Workspace;
  return vscode.ConfigurationTarget.Global;
}
