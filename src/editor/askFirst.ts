import * as vscode from "vscode";

interface Question {
  readonly text: string;
  /** What comes of it. */
  readonly detail: string;
  /** The button that says yes. */
  readonly action: string;
}

/** Asks before something that cannot be undone everywhere; false where the person turns it away. */
export async function askFirst({ text, detail, action }: Question): Promise<boolean> {
  return (await vscode.window.showWarningMessage(text, { modal: true, detail }, action)) === action;
}
