import * as vscode from "vscode";
import { type SecretLine, secretLines } from "../../core/index.ts";
import type { Workspace } from "../workspace.ts";

/** Runs behind links: not shown anywhere. */
export const COPY_VALUE = "authSecret.copyValue";

/** Puts the value that a line of an env file holds on the clipboard, and nowhere else. */
export function registerCopyValue(workspace: Workspace): vscode.Disposable {
  return vscode.commands.registerCommand(
    COPY_VALUE,
    async (uri: vscode.Uri, variable: string): Promise<void> => {
      const document = await vscode.workspace.openTextDocument(uri);
      const line = lineOf(workspace, document, variable);
      if (!line) return;
      const { start, end } = line.valueSpan;
      await vscode.env.clipboard.writeText(document.getText().slice(start, end));
      const text = vscode.l10n.t("The value of {0} is on the clipboard.", variable);
      vscode.window.setStatusBarMessage(text, STATUS_MILLISECONDS);
    },
  );
}

const STATUS_MILLISECONDS = 5000;

function lineOf(
  workspace: Workspace,
  { uri }: vscode.TextDocument,
  variable: string,
): SecretLine | undefined {
  const place = workspace.find(uri);
  if (!place) return undefined;
  const { tree, path } = place;
  const project = tree.project(tree.packageOf(path));
  return secretLines(project, path).find((line) => line.variable === variable);
}
