import * as vscode from "vscode";
import { mint } from "../mint.ts";
import { readSettings } from "../settings.ts";

export async function copySecret(variable: string): Promise<void> {
  const scope = vscode.window.activeTextEditor?.document.uri;
  await vscode.env.clipboard.writeText(mint(readSettings(scope)));
  void vscode.window.showInformationMessage(
    vscode.l10n.t("A fresh {0} is on the clipboard: paste it where it belongs.", variable),
  );
}
