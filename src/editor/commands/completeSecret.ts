import * as vscode from "vscode";
import { setEntry } from "../../core/index.ts";
import { rangesOf } from "../convert.ts";
import { mint } from "../mint.ts";
import { readSettings } from "../settings.ts";

/** Runs when a completion is accepted: not shown anywhere. */
export const COMPLETE_SECRET = "authSecret.completeSecret";

/** Fills the variable that a completion has just named, in the same step of undo. */
export function registerCompleteSecret(): vscode.Disposable {
  return vscode.commands.registerCommand(
    COMPLETE_SECRET,
    async (uri: vscode.Uri, variable: string): Promise<void> => {
      const editor = vscode.window.visibleTextEditors.find(
        ({ document }) => document.uri.toString() === uri.toString(),
      );
      if (editor) await fill(editor, variable);
    },
  );
}

async function fill(editor: vscode.TextEditor, variable: string): Promise<void> {
  const { document } = editor;
  const text = document.getText();
  const [change] = setEntry(text, variable, mint(readSettings(document.uri))) ?? [];
  if (!change) return;
  const isDone = await editor.edit((edit) => edit.replace(rangesOf(text)(change), change.newText), {
    undoStopBefore: false,
    undoStopAfter: true,
  });
  if (!isDone) return;
  const end = document.positionAt(change.start + change.newText.trimEnd().length);
  editor.selection = new vscode.Selection(end, end);
}
