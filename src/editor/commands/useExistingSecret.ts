import * as vscode from "vscode";
import { type Acceptance, acceptanceOf } from "../../core/index.ts";
import { askFirst } from "../askFirst.ts";
import { localize } from "../convert.ts";
import type { Workspace } from "../workspace.ts";
import { fileChoices } from "./fileChoices.ts";
import { chooseTarget, sayNoFolder, type Target } from "./target.ts";
import { reasonOf, writeValue } from "./writeSecret.ts";

/** Use Existing Secret…: takes one from a password manager, judges it, and writes it to an env file. */
export async function useExistingSecret(
  workspace: Workspace,
  resource?: vscode.Uri,
): Promise<void> {
  const title = vscode.l10n.t("Use Existing Secret");
  const target = await chooseTarget(workspace, title, resource);
  if (target === "cancelled") return;
  if (target === undefined) {
    sayNoFolder();
    return;
  }
  const secret = await askForSecret(target, title);
  if (secret === undefined) return;
  const choice = await vscode.window.showQuickPick(fileChoices(target, resource), {
    title,
    placeHolder: vscode.l10n.t("Where to? {0} gets this secret.", target.variable),
    ignoreFocusOut: true,
  });
  if (choice) await writeValue(target, choice.path, () => secret, fail);
}

async function fail(error: unknown, name: string): Promise<void> {
  await vscode.window.showErrorMessage(reasonOf(error, name));
}

async function askForSecret(target: Target, title: string): Promise<string | undefined> {
  const { minimumBits } = target.tree.settings;
  const secret = await vscode.window.showInputBox({
    title,
    prompt: vscode.l10n.t("Paste the secret, or a reference to it: op://…"),
    password: true,
    // The person leaves the window to copy it.
    ignoreFocusOut: true,
    validateInput: (value) =>
      value === "" ? undefined : toValidation(acceptanceOf(value, minimumBits)),
  });
  if (!secret) return undefined;
  const { kind, reason } = acceptanceOf(secret, minimumBits);
  if (kind === "refused") return undefined;
  return kind === "accepted" || (await confirmWeak(target, localize(reason))) ? secret : undefined;
}

const SEVERITIES: Readonly<Record<Acceptance["kind"], vscode.InputBoxValidationSeverity>> = {
  accepted: vscode.InputBoxValidationSeverity.Info,
  weak: vscode.InputBoxValidationSeverity.Warning,
  refused: vscode.InputBoxValidationSeverity.Error,
};

function toValidation({ kind, reason }: Acceptance): vscode.InputBoxValidationMessage {
  return { message: localize(reason), severity: SEVERITIES[kind] };
}

async function confirmWeak({ variable }: Target, reason: string): Promise<boolean> {
  return askFirst({
    text: vscode.l10n.t("Use a weak secret for {0}?", variable),
    detail: vscode.l10n.t(
      "{0} Whoever guesses it can sign in as anyone. Generate AUTH_SECRET makes a strong one.",
      reason,
    ),
    action: vscode.l10n.t("Use It All the Same"),
  });
}
