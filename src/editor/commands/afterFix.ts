import * as vscode from "vscode";
import { type FixTask, repeatsEdit } from "../../core/index.ts";
import { rangesOf } from "../convert.ts";
import { plainText } from "../plainText.ts";
import { saveFiles } from "../save.ts";
import { say } from "../say.ts";
import { tellWriteError } from "../writeError.ts";

/** Runs behind a fix: not shown anywhere. */
export const AFTER_FIX = "authSecret.afterFix";

/** What is left to do when the edits of a fix are made. All of it is plain data. */
export interface AfterFix {
  /** The file that the fix was chosen in. */
  readonly file: string;
  /** Other files that the fix changed and that had no unsaved work in them. */
  readonly changed: readonly string[];
  /** The ignore files among all that it changed. */
  readonly ignoreFiles: readonly string[];
  readonly notice: string | undefined;
  readonly task: FixTask | undefined;
  /** The file that the task is about, where there is one. */
  readonly taskFile: string | undefined;
}

/**
 * Saves the other files that the fix changed, which the person has not open before them, does what
 * is no edit, and says what else is owed.
 */
export function registerAfterFix(): vscode.Disposable {
  return vscode.commands.registerCommand(AFTER_FIX, async (after: AfterFix) => {
    for (const file of after.ignoreFiles) await dropRepeats(vscode.Uri.parse(file));
    if (!(await isSaved(after.changed))) return;
    if (after.task) await carryOut(after.task, after);
    if (after.notice) say(plainText(after.notice));
  });
}

/** False where one of them could not be saved, which the person is told. */
async function isSaved(files: readonly string[]): Promise<boolean> {
  try {
    await saveFiles(files.map((file) => vscode.Uri.parse(file)));
    return true;
  } catch (error) {
    tellWriteError(error);
    return false;
  }
}

/** A document that changes meanwhile is looked at again so often. */
const MOST_TRIES = 3;

/** Two fixes that were made of the same text, here or in another window, have both written. */
async function dropRepeats(uri: vscode.Uri): Promise<void> {
  for (let tries = 0; tries < MOST_TRIES; tries++) {
    const text = (await vscode.workspace.openTextDocument(uri)).getText();
    const repeats = repeatsEdit(text);
    if (!repeats) return;
    const edit = new vscode.WorkspaceEdit();
    edit.replace(uri, rangesOf(text)(repeats), repeats.newText);
    if (await vscode.workspace.applyEdit(edit)) return;
  }
}

async function carryOut(task: FixTask, { file, taskFile }: AfterFix): Promise<void> {
  if (task.kind === "command") {
    await vscode.commands.executeCommand(task.command, vscode.Uri.parse(file));
  } else if (taskFile !== undefined) {
    await deleteFile(vscode.Uri.parse(taskFile));
  }
}

/** Through the editor, so that Undo brings the file back. */
async function deleteFile(uri: vscode.Uri): Promise<void> {
  const edit = new vscode.WorkspaceEdit();
  edit.deleteFile(uri, { ignoreIfNotExists: true });
  await vscode.workspace.applyEdit(edit);
}
