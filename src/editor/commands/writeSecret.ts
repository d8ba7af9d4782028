import * as vscode from "vscode";
import { setEntry, type TextEdit, writeEffect } from "../../core/index.ts";
import { mint } from "../mint.ts";
import { readDocument, WriteError, writeEdits } from "../writeEdits.ts";
import { copySecret } from "./copySecret.ts";
import { isCommittable, offerIgnore } from "./ignoreEnvFiles.ts";
import type { Target } from "./target.ts";

/** Writes a fresh secret to an env file; asks first where a value in use would be lost. */
export async function writeSecret(target: Target, path: string): Promise<void> {
  const { tree, variable } = target;
  const name = vscode.workspace.asRelativePath(tree.uri(path));
  try {
    // Only the text as it is now tells whether something would be lost.
    const text = (await readDocument(tree, path))?.getText();
    const isLost = writeEffect(text, variable) === "replace";
    if (isLost && !(await confirmReplace(variable, name))) return;
    await writeEdits(tree, path, (current) => secretEdits(target, name, current));
  } catch (error) {
    await offerCopy(error, variable, name);
    return;
  }
  await reportWritten(target, path, name);
}

function secretEdits({ tree, variable }: Target, name: string, text: string): readonly TextEdit[] {
  const edits = setEntry(text, variable, mint(tree.settings));
  if (edits) return edits;
  throw new WriteError(vscode.l10n.t("A quote is left open in {0}: close it first.", name));
}

async function confirmReplace(variable: string, name: string): Promise<boolean> {
  const replace = vscode.l10n.t("Replace");
  const answer = await vscode.window.showWarningMessage(
    vscode.l10n.t("Replace {0} in {1}?", variable, name),
    {
      modal: true,
      detail: vscode.l10n.t(
        "Sessions signed with the old secret end: everyone has to sign in again. The old value is not kept, but Undo brings it back.",
      ),
    },
    replace,
  );
  return answer === replace;
}

async function reportWritten(
  { tree, variable }: Target,
  path: string,
  name: string,
): Promise<void> {
  const written = vscode.l10n.t("{0} was written to {1}.", variable, name);
  if (isCommittable({ tree, path })) {
    await offerIgnore({ tree, path }, written);
    return;
  }
  const open = vscode.l10n.t("Open File");
  if ((await vscode.window.showInformationMessage(written, open)) === open) {
    await vscode.window.showTextDocument(tree.uri(path));
  }
}

/** Says why nothing was written, and how to get a secret all the same. */
export async function offerCopy(error: unknown, variable: string, name: string): Promise<void> {
  const why =
    error instanceof WriteError ? error.message : vscode.l10n.t("{0} could not be written.", name);
  const copy = vscode.l10n.t("Copy to Clipboard");
  const answer = await vscode.window.showErrorMessage(
    vscode.l10n.t("{0} You can copy a fresh {1} instead.", why, variable),
    copy,
  );
  if (answer === copy) await copySecret(variable);
}
