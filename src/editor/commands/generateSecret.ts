import * as vscode from "vscode";
import { isEnvFile, isScriptFile } from "../../core/index.ts";
import { mint } from "../mint.ts";
import { shownName } from "../plainText.ts";
import { readSettings } from "../settings.ts";
import type { Workspace } from "../workspace.ts";
import { WriteError } from "../writeError.ts";
import { copySecret } from "./copySecret.ts";
import { fileChoices } from "./fileChoices.ts";
import { chooseTargetEarly, type Target } from "./target.ts";
import { offerCopy, writeSecret } from "./writeSecret.ts";

const DEFAULT_VARIABLE = "AUTH_SECRET";

/** Generate AUTH_SECRET: asks once where to, with the best answer first, and writes it there. */
export async function generateSecret(workspace: Workspace, resource?: vscode.Uri): Promise<void> {
  const title = vscode.l10n.t("Generate AUTH_SECRET");
  const target = await chooseTargetEarly(workspace, title, resource);
  if (target === "cancelled") return;
  const choice = await chooseDestination(target, resource);
  await choice?.run();
}

interface Choice extends vscode.QuickPickItem {
  run(): Promise<void>;
}

async function chooseDestination(
  target: Target | undefined,
  resource?: vscode.Uri,
): Promise<Choice | undefined> {
  const variable = target?.variable ?? DEFAULT_VARIABLE;
  const choices = [
    ...(target ? targetChoices(target, resource) : []),
    ...cursorChoice(variable),
    clipboardChoice(variable),
  ];
  return vscode.window.showQuickPick(choices, {
    title: vscode.l10n.t("Generate {0}", variable),
    placeHolder: target
      ? vscode.l10n.t("Where to? A fresh random secret for {0}.", target.project.framework.name)
      : vscode.l10n.t("No folder is open: insert the secret, or copy it."),
  });
}

function targetChoices(target: Target, resource?: vscode.Uri): readonly Choice[] {
  return fileChoices(target, resource).map((choice) => ({
    ...choice,
    run: () => writeSecret(target, choice.path),
  }));
}

function cursorChoice(variable: string): readonly Choice[] {
  const editor = vscode.window.activeTextEditor;
  // Into source it would be hardcoded: the very thing to avoid.
  if (!editor || isScriptFile(editor.document.uri.path)) return [];
  return [
    {
      label: `$(edit) ${vscode.l10n.t("Insert at the cursor")}`,
      run: () => insertSecret(editor, variable),
    },
  ];
}

function clipboardChoice(variable: string): Choice {
  return {
    label: `$(copy) ${vscode.l10n.t("Copy to the clipboard")}`,
    run: () => copySecret(variable),
  };
}

async function insertSecret(editor: vscode.TextEditor, variable: string): Promise<void> {
  const { document } = editor;
  const secret = mint(readSettings(document.uri));
  const isBareLine = isEnvFile(document.uri.path) && isBlank(document, editor.selection);
  const text = isBareLine ? `${variable}=${secret}` : secret;
  const inserted = await editor.edit((edit) => {
    for (const selection of editor.selections) edit.replace(selection, text);
  });
  if (!inserted) {
    const name = shownName(document.uri);
    await offerCopy(new WriteError(vscode.l10n.t("{0} is read-only.", name)), variable, name);
  }
}

function isBlank(document: vscode.TextDocument, selection: vscode.Selection): boolean {
  return selection.isEmpty && document.lineAt(selection.active).isEmptyOrWhitespace;
}
