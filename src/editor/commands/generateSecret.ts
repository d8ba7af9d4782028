import * as vscode from "vscode";
import {
  type Destination,
  destinationsOf,
  type FileEdit,
  isEnvFile,
  isScriptFile,
  type Project,
  packagesForSecret,
  setEntry,
  type WriteEffect,
} from "../../core/index.ts";
import type { FileTree } from "../fileTree.ts";
import { mint } from "../mint.ts";
import { readSettings } from "../settings.ts";
import type { Place, Workspace } from "../workspace.ts";
import { WriteError, writeEdits } from "../writeEdits.ts";
import { isCommittable, offerIgnore } from "./ignoreEnvFiles.ts";

const DEFAULT_VARIABLE = "AUTH_SECRET";

/** Generate AUTH_SECRET: asks once where to, with the best answer first, and writes it there. */
export function registerGenerateSecret(workspace: Workspace): vscode.Disposable {
  return vscode.commands.registerCommand("authSecret.generate", async (resource?: vscode.Uri) => {
    const target = await chooseTarget(workspace, resource);
    if (target === "cancelled") return;
    const choice = await chooseDestination(target, resource);
    await choice?.run();
  });
}

/** The package to generate for; without any folder open there is none, and two ways remain. */
interface Target {
  readonly tree: FileTree;
  readonly project: Project;
}

async function chooseTarget(
  workspace: Workspace,
  resource?: vscode.Uri,
): Promise<Target | undefined | "cancelled"> {
  const active = activePlace(workspace, resource);
  if (active) await workspace.whenRead(active.tree);
  const trees = active ? [active.tree] : workspace.folderTrees;
  await Promise.all(trees.map((tree) => workspace.whenRead(tree)));
  const targets = trees.flatMap((tree) =>
    packagesForSecret(tree.files, active?.path).map((folder) => ({ tree, folder })),
  );
  const chosen = targets.length > 1 ? await choosePackage(targets) : targets[0];
  if (!chosen) return targets.length > 1 ? "cancelled" : undefined;
  return { tree: chosen.tree, project: chosen.tree.project(chosen.folder) };
}

function activePlace(workspace: Workspace, resource?: vscode.Uri): Place | undefined {
  const uri = resource ?? vscode.window.activeTextEditor?.document.uri;
  return uri && workspace.find(uri);
}

async function choosePackage(targets: readonly { tree: FileTree; folder: string }[]) {
  const items = targets.map((target) => ({
    label: vscode.workspace.asRelativePath(target.tree.uri(target.folder), true),
    description: target.tree.project(target.folder).framework.name,
    target,
  }));
  const chosen = await vscode.window.showQuickPick(items, {
    title: vscode.l10n.t("Generate AUTH_SECRET"),
    placeHolder: vscode.l10n.t("For which package?"),
  });
  return chosen?.target;
}

interface Choice extends vscode.QuickPickItem {
  run(): Promise<void>;
}

async function chooseDestination(
  target: Target | undefined,
  resource?: vscode.Uri,
): Promise<Choice | undefined> {
  const variable = target?.project.framework.variable ?? DEFAULT_VARIABLE;
  const choices = [
    ...(target ? fileChoices(target, resource) : []),
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

function fileChoices(target: Target, resource?: vscode.Uri): readonly Choice[] {
  const uri = resource ?? vscode.window.activeTextEditor?.document.uri;
  const path = uri && target.tree.path(uri);
  const preferred = path !== undefined && isEnvFile(path) ? path : undefined;
  return destinationsOf(target.project, preferred).map((destination) => ({
    label: `$(file) ${vscode.workspace.asRelativePath(target.tree.uri(destination.path))}`,
    description: describe(destination.effect, target.project.framework.variable),
    run: () => writeSecret(target, destination),
  }));
}

function describe(effect: WriteEffect, variable: string): string {
  const texts: Readonly<Record<WriteEffect, string>> = {
    create: vscode.l10n.t("creates the file"),
    add: vscode.l10n.t("adds {0}", variable),
    fill: vscode.l10n.t("fills in {0}", variable),
    replace: vscode.l10n.t("replaces {0}, after asking", variable),
  };
  return texts[effect];
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

async function writeSecret(target: Target, destination: Destination): Promise<void> {
  const { tree, project } = target;
  const { variable } = project.framework;
  const { path } = destination;
  const name = vscode.workspace.asRelativePath(tree.uri(path));
  if (destination.effect === "replace" && !(await confirmReplace(variable, name))) return;
  try {
    await writeEdits(tree, path, () => [secretEdit(tree, path, variable)]);
  } catch (error) {
    await offerCopy(error, variable, name);
    return;
  }
  await reportWritten(target, path, variable, name);
}

function secretEdit(tree: FileTree, path: string, variable: string): FileEdit {
  const edits = setEntry(tree.files.get(path) ?? "", variable, mint(tree.settings));
  if (edits) return { file: path, edits };
  throw new WriteError(vscode.l10n.t("A quote is left open in {0}: close it first.", path));
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

async function reportWritten(target: Target, path: string, variable: string, name: string) {
  const written = vscode.l10n.t("{0} was written to {1}.", variable, name);
  const place = { tree: target.tree, path };
  if (await isCommittable(place)) {
    await offerIgnore(place, written);
    return;
  }
  const open = vscode.l10n.t("Open File");
  if ((await vscode.window.showInformationMessage(written, open)) === open) {
    await vscode.window.showTextDocument(target.tree.uri(path));
  }
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
    const name = vscode.workspace.asRelativePath(document.uri);
    await offerCopy(new WriteError(vscode.l10n.t("{0} is read-only.", name)), variable, name);
  }
}

function isBlank(document: vscode.TextDocument, selection: vscode.Selection): boolean {
  return selection.isEmpty && document.lineAt(selection.active).isEmptyOrWhitespace;
}

async function copySecret(variable: string): Promise<void> {
  const scope = vscode.window.activeTextEditor?.document.uri;
  await vscode.env.clipboard.writeText(mint(readSettings(scope)));
  void vscode.window.showInformationMessage(
    vscode.l10n.t("A fresh {0} is on the clipboard: paste it where it belongs.", variable),
  );
}

async function offerCopy(error: unknown, variable: string, name: string): Promise<void> {
  const why =
    error instanceof WriteError ? error.message : vscode.l10n.t("{0} could not be written.", name);
  const copy = vscode.l10n.t("Copy to Clipboard");
  const answer = await vscode.window.showErrorMessage(
    vscode.l10n.t("{0} Nothing was changed. You can copy a fresh {1} instead.", why, variable),
    copy,
  );
  if (answer === copy) await copySecret(variable);
}
