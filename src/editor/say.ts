import * as vscode from "vscode";

/**
 * Tells what was done and what is owed, in a text that may be longer than a line: VS Code cuts one off
 * where there is nothing to press.
 */
export function say(text: string): void {
  void vscode.window.showInformationMessage(text, vscode.l10n.t("OK"));
}
