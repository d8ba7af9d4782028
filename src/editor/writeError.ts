import * as vscode from "vscode";

/** A write that did not happen, or not wholly, with a sentence that says why and what to do next. */
export class WriteError extends Error {}

/** Tells of a write that failed; anything else that went wrong is thrown on. */
export function tellWriteError(error: unknown): void {
  if (!(error instanceof WriteError)) throw error;
  void vscode.window.showErrorMessage(error.message);
}
