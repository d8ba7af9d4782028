import * as vscode from "vscode";

/** Runs behind a fix: not shown anywhere. */
export const AFTER_FIX = "authSecret.afterFix";

/**
 * Saves the other files that the fix changed, which the person has not open before them and had
 * no unsaved work in, and says what else is owed.
 */
export function registerAfterFix(): vscode.Disposable {
  return vscode.commands.registerCommand(
    AFTER_FIX,
    async (files: readonly string[], notice: string | undefined) => {
      for (const file of files) await save(vscode.Uri.parse(file));
      if (notice) void vscode.window.showInformationMessage(notice);
    },
  );
}

async function save(uri: vscode.Uri): Promise<void> {
  // Opened, not looked up: the editor may not have told yet of a document that the fix made, nor that
  // it is dirty.
  await (await vscode.workspace.openTextDocument(uri)).save();
}
