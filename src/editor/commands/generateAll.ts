import * as vscode from "vscode";
import { environmentsOf } from "../../core/index.ts";
import { mint } from "../mint.ts";
import { shownName } from "../plainText.ts";
import type { Workspace } from "../workspace.ts";
import { readDocument, writeEdits } from "../writeEdits.ts";
import { type FileChoice, fileChoice } from "./fileChoices.ts";
import { isCommittable, offerIgnore } from "./ignoreEnvFiles.ts";
import { chooseTarget, sayNoFolder, type Target } from "./target.ts";
import { confirmReplace, isReplaced, reasonOf, secretEdits } from "./writeSecret.ts";

/** Generate for All Environments…: a different fresh secret for each env file that is chosen. */
export async function generateAll(workspace: Workspace, resource?: vscode.Uri): Promise<void> {
  const title = vscode.l10n.t("Generate for All Environments");
  const target = await chooseTarget(workspace, title, resource);
  if (target === "cancelled") return;
  if (target === undefined) {
    sayNoFolder();
    return;
  }
  const chosen = await vscode.window.showQuickPick(choicesFor(target), {
    title,
    placeHolder: vscode.l10n.t("Which files? Each gets a {0} of its own.", target.variable),
    canPickMany: true,
  });
  if (chosen?.length) await writeAll(target, chosen);
}

function choicesFor(target: Target): readonly FileChoice[] {
  const { project, tree } = target;
  return environmentsOf(project, (path) => tree.files.get(path)).map(
    ({ path, effect, isSuggested }) => ({
      ...fileChoice(target, path, effect),
      picked: isSuggested,
    }),
  );
}

interface Outcome {
  readonly path: string;
  /** Why it was not written; undefined where it was. */
  readonly failure: string | undefined;
}

async function writeAll(target: Target, choices: readonly FileChoice[]): Promise<void> {
  const { tree, variable } = target;
  const nameOf = (path: string) => shownName(tree.uri(path));
  const lost: string[] = [];
  for (const { path } of choices) {
    // Only the text as it is now tells whether something would be lost.
    const text = await readDocument(tree, path).catch(() => undefined);
    if (isReplaced(target, text?.getText())) lost.push(path);
  }
  const isAllowed =
    lost.length === 0 || (await confirmReplace(variable, lost.map(nameOf).join(", ")));
  if (!isAllowed) return;
  const outcomes: Outcome[] = [];
  for (const { path } of choices) {
    const failure = await write(target, path, nameOf(path));
    outcomes.push({ path, failure });
  }
  await report(target, outcomes);
}

async function write(target: Target, path: string, name: string): Promise<string | undefined> {
  const { tree } = target;
  try {
    await writeEdits(tree, path, (text) => secretEdits(target, name, text, mint(tree.settings)));
    return undefined;
  } catch (error) {
    return reasonOf(error, name);
  }
}

/** One message for all: what was written, what was not, and what there is to do. */
async function report({ tree, variable }: Target, outcomes: readonly Outcome[]): Promise<void> {
  const written = outcomes.filter(({ failure }) => failure === undefined).map(({ path }) => path);
  const failures = outcomes.flatMap(({ failure }) => failure ?? []);
  const names = written.map((path) => shownName(tree.uri(path))).join(", ");
  const done =
    written.length === 0
      ? vscode.l10n.t("No file was written.")
      : vscode.l10n.t("{0} was written to {1}, another value in each.", variable, names);
  const text = [done, ...failures].join(" ");
  const open = written.filter((path) => isCommittable({ tree, path }));
  if (open.length > 0) await offerIgnore(tree, open, text);
  else if (failures.length > 0) await vscode.window.showWarningMessage(text);
  else await vscode.window.showInformationMessage(text);
}
