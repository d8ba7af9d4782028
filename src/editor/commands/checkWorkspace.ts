import * as vscode from "vscode";
import { type Finding, fixesOf, type Severity, sayingOf } from "../../core/index.ts";
import { SOURCE } from "../convert.ts";
import type { FileTree } from "../fileTree.ts";
import { cancelled } from "../patience.ts";
import { shownName } from "../plainText.ts";
import { applyFixes, safeEdits } from "../safeFixes.ts";
import type { Workspace } from "../workspace.ts";
import { tellWriteError } from "../writeError.ts";

/** Check Workspace: every package of every folder, with counts, and one way to mend what is safe. */
export async function checkWorkspace(workspace: Workspace): Promise<void> {
  const trees = workspace.folderTrees;
  const result = await vscode.window.withProgress(
    {
      location: vscode.ProgressLocation.Notification,
      title: vscode.l10n.t("Checking the workspace for auth secrets"),
      cancellable: true,
    },
    (progress, token) => check(workspace, trees, progress, token),
  );
  if (result) await summarize(trees, result);
}

/** What a check found, each place once. */
interface Checked {
  readonly findings: readonly Finding[];
  readonly files: number;
  readonly hasSafeFixes: boolean;
}

type Progress = vscode.Progress<{ readonly message?: string; readonly increment?: number }>;

/** Undefined where it was cancelled. */
async function check(
  workspace: Workspace,
  trees: readonly FileTree[],
  progress: Progress,
  token: vscode.CancellationToken,
): Promise<Checked | undefined> {
  const reading = Promise.all(trees.map((tree) => workspace.reread(tree)));
  await Promise.race([reading, cancelled(token)]);
  const packages = trees.flatMap((tree) => tree.packages.map((folder) => ({ tree, folder })));
  const found = new Map<string, Finding>();
  let hasSafeFixes = false;
  for (const { tree, folder } of packages) {
    if (token.isCancellationRequested) return undefined;
    const message = shownName(tree.uri(folder));
    progress.report({ message, increment: 100 / packages.length });
    for (const finding of tree.findings(folder)) {
      found.set(`${tree.uri(finding.file)} ${sayingOf(finding)}`, finding);
      hasSafeFixes ||= isMendedSafely(finding, tree, folder);
    }
    await turn();
  }
  if (token.isCancellationRequested) return undefined;
  const files = trees.reduce((sum, tree) => sum + tree.files.size, 0);
  return { findings: [...found.values()], files, hasSafeFixes };
}

function isMendedSafely(finding: Finding, tree: FileTree, folder: string): boolean {
  return fixesOf(finding, tree.project(folder)).some(({ timing }) => timing === "onSave");
}

/** Lets the editor have its turn: a request to cancel comes in then. */
function turn(): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, 0);
  });
}

async function summarize(
  trees: readonly FileTree[],
  { findings, files, hasSafeFixes }: Checked,
): Promise<void> {
  if (findings.length === 0) {
    const text = vscode.l10n.t("No problems with auth secrets. Files looked at: {0}.", files);
    void vscode.window.showInformationMessage(text);
    return;
  }
  const showProblems = vscode.l10n.t("Show Problems");
  const fix = vscode.l10n.t("Fix All Safe Problems");
  const choices = hasSafeFixes ? [showProblems, fix] : [showProblems];
  const isGrave = findings.some(({ severity }) => severity === "error" || severity === "warning");
  const text = vscode.l10n.t("Auth Secret found {0}.", counts(findings));
  const chosen = isGrave
    ? await vscode.window.showWarningMessage(text, ...choices)
    : await vscode.window.showInformationMessage(text, ...choices);
  if (chosen === showProblems) await openProblems();
  if (chosen === fix) await fixSafely(trees);
}

function counts(findings: readonly Finding[]): string {
  const names: Readonly<Record<Severity, (count: number) => string>> = {
    error: (count) => vscode.l10n.t("errors: {0}", count),
    warning: (count) => vscode.l10n.t("warnings: {0}", count),
    information: (count) => vscode.l10n.t("information: {0}", count),
    hint: (count) => vscode.l10n.t("hints: {0}", count),
  };
  return SEVERITIES.flatMap((severity) => {
    const count = findings.filter((each) => each.severity === severity).length;
    return count > 0 ? names[severity](count) : [];
  }).join(", ");
}

const SEVERITIES: readonly Severity[] = ["error", "warning", "information", "hint"];

/** No command sets the filter of Problems, so the person is told what to type there. */
async function openProblems(): Promise<void> {
  await vscode.commands.executeCommand("workbench.actions.view.problems");
  const text = vscode.l10n.t("Type {0} in the filter of Problems to see these only.", SOURCE);
  vscode.window.setStatusBarMessage(text, HINT_MILLISECONDS);
}

const HINT_MILLISECONDS = 15_000;

async function fixSafely(trees: readonly FileTree[]): Promise<void> {
  const changed: string[] = [];
  for (const tree of trees) {
    try {
      changed.push(...(await applyFixes(tree, safeEdits(tree))));
    } catch (error) {
      tellWriteError(error);
      return;
    }
  }
  const text =
    changed.length > 0
      ? vscode.l10n.t("Changed {0}. Undo takes it back.", changed.join(", "))
      : vscode.l10n.t("Nothing was changed.");
  void vscode.window.showInformationMessage(text);
}
