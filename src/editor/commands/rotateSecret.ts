import * as vscode from "vscode";
import { type Rotation, type Rotations, rotationsOf, statusOf } from "../../core/index.ts";
import { askFirst } from "../askFirst.ts";
import { localize } from "../convert.ts";
import { mint } from "../mint.ts";
import { shownName } from "../plainText.ts";
import type { Workspace } from "../workspace.ts";
import { writeAll } from "../writeEdits.ts";
import { tellWriteError } from "../writeError.ts";
import { chooseTarget, type Target } from "./target.ts";

/** Rotate AUTH_SECRET…: says who will be logged out, asks what to keep, and writes it in one step. */
export async function rotateSecret(workspace: Workspace, resource?: vscode.Uri): Promise<void> {
  const title = vscode.l10n.t("Rotate AUTH_SECRET");
  const target = await chooseTarget(workspace, title, resource);
  if (target === "cancelled") return;
  const uri = resource ?? vscode.window.activeTextEditor?.document.uri;
  const preferred = uri && target?.tree.path(uri);
  const rotations = target && rotationsOf(target.project, preferred);
  if (!target || !rotations) return sayNone(target, resource);
  const chosen = await choose(target, rotations);
  if (chosen && (await confirm(rotations, chosen))) {
    await rotate(target, rotations, chosen, preferred);
  }
}

/** Why there is nothing to rotate, and what to do instead. */
async function sayNone(target: Target | undefined, resource?: vscode.Uri): Promise<void> {
  const state = target && statusOf(target.project, [])?.state;
  if (!target || state?.kind !== "hardcoded") return offerGenerate(resource);
  const uri = target.tree.uri(state.file);
  const show = vscode.l10n.t("Show Problems");
  const text = vscode.l10n.t(
    "The secret is written in {0}, where nothing can rotate it. Take it out of the source first: the fix makes a new one.",
    shownName(uri),
  );
  if ((await vscode.window.showInformationMessage(text, show)) === show) {
    await vscode.commands.executeCommand("authSecret.showActions", uri);
  }
}

async function offerGenerate(resource: vscode.Uri | undefined): Promise<void> {
  const generate = vscode.l10n.t("Generate AUTH_SECRET");
  const text = vscode.l10n.t(
    "No env file here holds a secret to rotate. Where it is kept in another place, rotate it there.",
  );
  if ((await vscode.window.showInformationMessage(text, generate)) === generate) {
    await vscode.commands.executeCommand("authSecret.generate", resource);
  }
}

async function choose(
  { tree }: Target,
  { variable, file, sessions, choices }: Rotations,
): Promise<Rotation | undefined> {
  const name = shownName(tree.uri(file));
  const items = choices.map((rotation) => ({
    label: localize(rotation.label),
    description: rotation.isRecommended ? vscode.l10n.t("recommended") : "",
    detail: localize(rotation.who),
    rotation,
  }));
  const chosen = await vscode.window.showQuickPick(items, {
    title: vscode.l10n.t("Rotate {0} in {1}", variable, name),
    placeHolder: localize(sessions),
  });
  return chosen?.rotation;
}

/** All that there is to know, before anything is written. */
async function confirm({ variable }: Rotations, { who, explanation }: Rotation): Promise<boolean> {
  return askFirst({
    text: vscode.l10n.t("Rotate {0}? {1}", variable, localize(who)),
    detail: explanation.map(localize).join("\n\n"),
    action: vscode.l10n.t("Rotate"),
  });
}

async function rotate(
  { tree, folder }: Target,
  { variable, file }: Rotations,
  { mode, snippet, host }: Rotation,
  preferred: string | undefined,
): Promise<void> {
  const tools = { mint: () => mint(tree.settings) };
  const edits = () => {
    const now = rotationsOf(tree.project(folder), preferred);
    return now?.choices.find((choice) => choice.mode === mode)?.edits(tools) ?? [];
  };
  try {
    await writeAll(tree, edits);
  } catch (error) {
    tellWriteError(error);
    return;
  }
  const name = shownName(tree.uri(file));
  const done = vscode.l10n.t("{0} was rotated in {1}. {2}", variable, name, localize(host));
  await (snippet === undefined ? report(done, tree.uri(file)) : handOver(done, snippet));
}

async function report(done: string, file: vscode.Uri): Promise<void> {
  const open = vscode.l10n.t("Open File");
  if ((await vscode.window.showInformationMessage(done, open)) === open) {
    await vscode.window.showTextDocument(file);
  }
}

/** Code that only its author can place: it names variables and holds no value. */
async function handOver(done: string, snippet: string): Promise<void> {
  await vscode.env.clipboard.writeText(snippet);
  const text = vscode.l10n.t(
    "{0} The code that keeps sessions is on the clipboard: paste it where the library is set up.",
    done,
  );
  await vscode.window.showWarningMessage(text);
}
