import * as vscode from "vscode";
import {
  MODES,
  type Mode,
  type OriginStatus,
  origins,
  type Project,
  type SecretOrigin,
} from "../../core/index.ts";
import { modeName } from "../modeName.ts";
import { shownName } from "../plainText.ts";
import { verdictName } from "../verdictName.ts";
import type { Workspace } from "../workspace.ts";
import { chooseTarget, type Target } from "./target.ts";

/** Show Where AUTH_SECRET Comes From: what wins in each environment, and what it hides. */
export async function showOrigin(workspace: Workspace, resource?: vscode.Uri): Promise<void> {
  const title = vscode.l10n.t("Where AUTH_SECRET Comes From");
  const target = await chooseTarget(workspace, title, resource);
  if (target === "cancelled") return;
  if (target === undefined) {
    void vscode.window.showInformationMessage(
      vscode.l10n.t("No folder is open: open your project to see where its secret comes from."),
    );
    return;
  }
  const chosen = await vscode.window.showQuickPick(choicesFor(target), {
    title: titleOf(target.project),
    placeHolder: vscode.l10n.t(
      "The environment of the shell or the host wins over all files, and cannot be seen here",
    ),
    matchOnDescription: true,
  });
  await chosen?.run?.();
}

interface Choice extends vscode.QuickPickItem {
  /** Undefined for what is only to be read. */
  readonly run?: () => Promise<void>;
}

function titleOf({ framework, loader }: Project): string {
  return loader.id === "assumed"
    ? vscode.l10n.t("Where {0} finds its secret", framework.name)
    : vscode.l10n.t(
        "Where {0} finds its secret, with the files that {1} loads",
        framework.name,
        loader.name,
      );
}

function choicesFor(target: Target): readonly Choice[] {
  return MODES.flatMap((mode) => [
    { label: modeName(mode), kind: vscode.QuickPickItemKind.Separator },
    ...originChoices(target, mode),
    ...(mode === "production" ? buildNote(target.project) : []),
  ]);
}

function originChoices(target: Target, mode: Mode): readonly Choice[] {
  const found = origins(target.project, mode);
  const isSet = found.some(({ status }) => status === "used");
  const choices = found.map((origin) => originChoice(target, origin));
  return isSet ? choices : [nothingSet(target.project, mode), ...choices];
}

function nothingSet({ framework, loader }: Project, mode: Mode): Choice {
  const isRead = loader.files[mode].length > 0;
  return {
    label: `$(question) ${vscode.l10n.t("No file sets {0}", framework.variable)}`,
    description: isRead
      ? vscode.l10n.t("only the shell or the host can")
      : vscode.l10n.t("{0} loads no file there: only the host can", loader.name),
  };
}

function buildNote({ loader }: Project): readonly Choice[] {
  if (!loader.isBuildOnly) return [];
  return [
    {
      label: `$(info) ${vscode.l10n.t("{0} reads these files where it builds", loader.name)}`,
      description: vscode.l10n.t("the server that runs the build gets only what its host sets"),
    },
  ];
}

function originChoice(target: Target, origin: SecretOrigin): Choice {
  const { file, variable, status, verdict } = origin;
  const name = shownName(target.tree.uri(file));
  const what = verdictName(verdict.kind);
  const isUsed = status === "used";
  const isGood = verdict.kind === "strong" || verdict.kind === "reference";
  const icon = isUsed ? (isGood ? "check" : "warning") : "circle-slash";
  return {
    label: `$(${icon}) ${variable}`,
    description: isUsed
      ? vscode.l10n.t("{0} · {1}", name, what)
      : vscode.l10n.t("{0} · {1} · {2}", name, what, whyUnused(status, target.project)),
    run: () => show(target, origin),
  };
}

function whyUnused(status: Exclude<OriginStatus, "used">, { loader, framework }: Project): string {
  const reasons: Readonly<Record<typeof status, string>> = {
    hiddenByFile: vscode.l10n.t("not used: another file wins"),
    hiddenByVariable: vscode.l10n.t("not used: {0} finds another variable first", framework.name),
    skipped: vscode.l10n.t("not used: {0} skips an empty one", framework.name),
    older: vscode.l10n.t("signs nothing, but its sessions are still read"),
    unread: vscode.l10n.t("not used: {0} does not read this line", loader.name),
    notLoaded: vscode.l10n.t("not used: the file is not loaded there"),
  };
  return reasons[status];
}

/** Opens the file with the variable's name selected. */
async function show({ tree }: Target, { file, span }: SecretOrigin): Promise<void> {
  await vscode.window.showTextDocument(tree.uri(file), { selection: tree.ranges(file)(span) });
}
