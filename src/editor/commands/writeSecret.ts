import * as vscode from "vscode";
import { setEntry, type TextEdit, writeEffect } from "../../core/index.ts";
import { askFirst } from "../askFirst.ts";
import type { FileTree } from "../fileTree.ts";
import { mint } from "../mint.ts";
import { shownName } from "../plainText.ts";
import type { Place } from "../workspace.ts";
import { readDocument, writeEdits } from "../writeEdits.ts";
import { WriteError } from "../writeError.ts";
import { copySecret } from "./copySecret.ts";
import { isCommittable, offerIgnore } from "./ignoreEnvFiles.ts";

/** What is written, and to whose files. */
interface SecretTarget {
  readonly tree: FileTree;
  readonly variable: string;
  /** Until then what git ignores may be out of date. */
  readonly whenGitRead?: Promise<void>;
}

/** Writes a fresh secret to an env file; asks first where a value in use would be lost. */
export async function writeSecret(target: SecretTarget, path: string): Promise<void> {
  if (await writeFresh(target, path)) await reportWritten(target, path);
}

/** The same where the person has agreed already to the loss of a value; false where it failed. */
export async function writeAgreed(target: SecretTarget, path: string): Promise<boolean> {
  const isWritten = await writeFresh(target, path, async () => true);
  if (isWritten) await reportWritten(target, path);
  return isWritten;
}

/** The same in a file that is before the person's eyes: only what they cannot see is said. */
export async function writeInPlace({ tree, path }: Place, variable: string): Promise<void> {
  const isWritten = await writeFresh({ tree, variable }, path);
  if (isWritten && isCommittable({ tree, path })) {
    const name = shownName(tree.uri(path));
    await offerIgnore(tree, [path], vscode.l10n.t("{0} was written to {1}.", variable, name));
  }
}

async function writeFresh(
  target: SecretTarget,
  path: string,
  mayWrite = mayReplace,
): Promise<boolean> {
  const make = () => mint(target.tree.settings);
  const fail = (error: unknown, name: string) => offerCopy(error, target.variable, name);
  return write(target, path, make, fail, mayWrite);
}

/**
 * Writes what `make` gives to an env file, after asking where a value in use would be lost, and says
 * so; a failure is told by `fail`.
 */
export async function writeValue(
  target: SecretTarget,
  path: string,
  make: () => string,
  fail: (error: unknown, name: string) => Promise<void>,
): Promise<void> {
  if (await write(target, path, make, fail)) await reportWritten(target, path);
}

/** False where it was not written: the person has been told, or said no. */
async function write(
  target: SecretTarget,
  path: string,
  make: () => string,
  fail: (error: unknown, name: string) => Promise<void>,
  mayWrite = mayReplace,
): Promise<boolean> {
  const { tree } = target;
  const name = shownName(tree.uri(path));
  try {
    if (!(await mayWrite(target, path))) return false;
    await writeEdits(tree, path, (current) => secretEdits(target, name, current, make()));
    return true;
  } catch (error) {
    await fail(error, name);
    return false;
  }
}

/**
 * False where a value in use would be lost in a file and the person, who is asked, does not agree.
 * @throws WriteError if the file cannot be read as text
 */
export async function mayReplace(target: SecretTarget, path: string): Promise<boolean> {
  const { tree, variable } = target;
  // Only the text as it is now tells whether something would be lost.
  const text = (await readDocument(tree, path))?.getText();
  return !isReplaced(target, text) || confirmReplace(variable, shownName(tree.uri(path)));
}

/** @throws WriteError where the file is in no state to take it. */
export function secretEdits(
  { variable }: Pick<SecretTarget, "variable">,
  name: string,
  text: string,
  secret: string,
): readonly TextEdit[] {
  const edits = setEntry(text, variable, secret);
  if (edits) return edits;
  throw new WriteError(vscode.l10n.t("A quote is left open in {0}: close it first.", name));
}

/** True where a value in use would be lost in a file with this text. */
export function isReplaced(
  { variable }: Pick<SecretTarget, "variable">,
  text: string | undefined,
): boolean {
  return writeEffect(text, variable) === "replace";
}

/** Asks once; `name` is that of the file, or of all the files. */
export async function confirmReplace(variable: string, name: string): Promise<boolean> {
  return askFirst({
    text: vscode.l10n.t("Replace {0} in {1}?", variable, name),
    detail: vscode.l10n.t(
      "Sessions signed with the old secret end: everyone has to sign in again. The old value is not kept, but Undo brings it back.",
    ),
    action: vscode.l10n.t("Replace"),
  });
}

async function reportWritten(target: SecretTarget, path: string): Promise<void> {
  const { tree, variable, whenGitRead } = target;
  const name = shownName(tree.uri(path));
  const written = vscode.l10n.t("{0} was written to {1}.", variable, name);
  await whenGitRead;
  if (isCommittable({ tree, path })) {
    await offerIgnore(tree, [path], written);
    return;
  }
  const open = vscode.l10n.t("Open File");
  if ((await vscode.window.showInformationMessage(written, open)) === open) {
    await vscode.window.showTextDocument(tree.uri(path));
  }
}

/** Why a file was not written, as a sentence. */
export function reasonOf(error: unknown, name: string): string {
  return error instanceof WriteError
    ? error.message
    : vscode.l10n.t("{0} could not be written.", name);
}

/** Says why nothing was written, and how to get a secret all the same. */
export async function offerCopy(error: unknown, variable: string, name: string): Promise<void> {
  const why = reasonOf(error, name);
  const copy = vscode.l10n.t("Copy to Clipboard");
  const answer = await vscode.window.showErrorMessage(
    vscode.l10n.t("{0} You can copy a fresh {1} instead.", why, variable),
    copy,
  );
  if (answer === copy) await copySecret(variable);
}
