import * as vscode from "vscode";

/** For how long nobody wonders whether anything happens. */
const PATIENCE_MILLISECONDS = 1000;

/**
 * Waits for the workspace to be read, and says so where that takes long, as it does right after a large
 * one was opened. False where the person would not wait; the reading goes on all the same.
 * @throws what the reading throws
 */
export async function untilRead(title: string, reading: Promise<unknown>): Promise<boolean> {
  const done = reading.then(() => true);
  if (await Promise.race([done, later(PATIENCE_MILLISECONDS)])) return true;
  const message = vscode.l10n.t("{0}: reading the workspace", title);
  return vscode.window.withProgress(
    { location: vscode.ProgressLocation.Notification, title: message, cancellable: true },
    (_progress, token) => Promise.race([done, cancelled(token)]),
  );
}

/** Is fulfilled when the person has given up. */
export function cancelled(token: vscode.CancellationToken): Promise<false> {
  return new Promise((resolve) => {
    token.onCancellationRequested(() => resolve(false));
  });
}

function later(milliseconds: number): Promise<false> {
  return new Promise((resolve) => {
    setTimeout(() => resolve(false), milliseconds);
  });
}
