import * as vscode from "vscode";
import { setEntry, type TextEdit, writeEffect } from "../../core/index.ts";
import type { FileTree } from "../fileTree.ts";
import { mint } from "../mint.ts";
import type { Place } from "../workspace.ts";
import { readDocument, WriteError, writeEdits } from "../writeEdits.ts";
import { copySecret } from "./copySecret.ts";
import { isCommittable, offerIgnore } from "./ignoreEnvFiles.ts";

/** What is written, and to whose files. */
interface SecretTarget {
  readonly tree: FileTree;
  readonly variable: string;
}

/** Writes a fresh secret to an env file; asks first where a value in use would be lost. */
export async function writeSecret(target: SecretTarget, path: string): Promise<void> {
  const name = vscode.workspace.asRelativePath(target.tree.uri(path));
  if (await write(target, path, name)) await reportWritten(target, path, name);
}

/** The same in a file that is before the person's eyes: only what they cannot see is said. */
export async function writeInPlace({ tree, path }: Place, variable: string): Promise<void> {
  const name = vscode.workspace.asRelativePath(tree.uri(path));
  const isWritten = await write({ tree, variable }, path, name);
  if (isWritten && isCommittable({ tree, path })) {
    await offerIgnore({ tree, path }, vscode.l10n.t("{0} was written to {1}.", variable, name));
  }
}

/** False where it was not written: the person has been told, or said no. */
async function write(target: SecretTarget, path: string, name: string): Promise<boolean> {
  const { tree, variable } = target;
  try {
    // Only the text as it is now tells whether something would be lost.
    const text = (await readDocument(tree, path))?.getText();
    const isLost = writeEffect(text, variable) === "replace";
    if (isLost && !(await confirmReplace(variable, name))) return false;
    await writeEdits(tree, path, (current) => secretEdits(target, name, current));
    return true;
  } catch (error) {
    await offerCopy(error, variable, name);
    return false;
  }
}

function secretEdits(
  { tree, variable }: SecretTarget,
  name: string,
  text: string,
): readonly TextEdit[] {
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
  { tree, variable }: SecretTarget,
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
