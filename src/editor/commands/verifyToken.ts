import * as vscode from "vscode";
import { describeToken, type Span, type TokenLine, verifyTokens } from "../../core/index.ts";
import { localize } from "../convert.ts";
import type { FileTree } from "../fileTree.ts";
import type { Workspace } from "../workspace.ts";

/** Verify a Session Token: asks for a cookie, which is kept nowhere, and says what made it. */
export async function verifyToken(workspace: Workspace): Promise<void> {
  const pasted = await vscode.window.showInputBox({
    title: vscode.l10n.t("Verify a Session Token"),
    prompt: vscode.l10n.t(
      "Paste a session cookie: its value, name=value, or the whole Cookie header. It is kept nowhere.",
    ),
    password: true,
    ignoreFocusOut: true,
  });
  if (!pasted?.trim()) return;
  // A web page without https has none.
  const subtle: SubtleCrypto | undefined = crypto.subtle;
  if (!subtle) {
    void vscode.window.showErrorMessage(
      vscode.l10n.t("This page has no access to cryptography: open VS Code over https."),
    );
    return;
  }
  // The list is there at once, shows that it is being made, and Escape ends the wait.
  const chosen = await vscode.window.showQuickPick(linesOn(pasted, workspace, subtle), {
    title: vscode.l10n.t("Session Token"),
    placeHolder: vscode.l10n.t("Choose a line with a file to open it there."),
    matchOnDetail: true,
  });
  await chosen?.open?.();
}

interface Line extends vscode.QuickPickItem {
  /** Undefined for a line that is about no place. */
  readonly open?: () => Promise<void>;
}

/** The secrets of all packages in all folders are tried. */
async function linesOn(
  pasted: string,
  workspace: Workspace,
  subtle: SubtleCrypto,
): Promise<readonly Line[]> {
  const { trees } = workspace;
  await Promise.all(trees.map((tree) => readAgain(tree, workspace)));
  const owners = new Map(
    trees.flatMap((tree) => tree.packages.map((folder) => [tree.project(folder), tree])),
  );
  const now = Date.now() / 1000;
  const reports = await verifyTokens(pasted, [...owners.keys()], subtle);
  return reports
    .flatMap((report) => describeToken(report, now))
    .map((line) => toItem(line, line.place && owners.get(line.place.project)));
}

/** Files change behind the editor's back, and it may not have been told yet. */
async function readAgain(tree: FileTree, workspace: Workspace): Promise<void> {
  await workspace.whenRead(tree);
  await Promise.all(tree.packages.map((folder) => workspace.rereadFolder(tree, folder)));
}

const ICONS: Readonly<Record<TokenLine["tone"], string>> = {
  good: "$(pass)",
  bad: "$(warning)",
  neutral: "$(info)",
};

function toItem({ tone, text, detail, place }: TokenLine, tree: FileTree | undefined): Line {
  return {
    label: `${ICONS[tone]} ${localize(text)}`,
    ...(detail && { detail: localize(detail) }),
    ...(place && tree && { open: () => openAt(tree, place.file, place.span) }),
  };
}

async function openAt(tree: FileTree, file: string, span: Span): Promise<void> {
  const selection = tree.ranges(file)(span);
  await vscode.window.showTextDocument(tree.uri(file), { selection });
}
