import * as vscode from "vscode";

/** The extension's output channel. Paths and counts only: no text of any file is written to it. */
export const createLog = (): vscode.LogOutputChannel =>
  vscode.window.createOutputChannel("Auth Secret", { log: true });
