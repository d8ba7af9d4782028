import * as vscode from "vscode";
import {
  joinPath,
  type SetUpPlace,
  type SetUpStep,
  setUpEdits,
  setUpFiles,
  setUpSteps,
} from "../../core/index.ts";
import { localize } from "../convert.ts";
import { exists } from "../disk.ts";
import { mint } from "../mint.ts";
import { shownName } from "../plainText.ts";
import { applyPreviewed } from "../previewed.ts";
import { say } from "../say.ts";
import type { Workspace } from "../workspace.ts";
import { chooseTarget, sayNoFolder, type Target } from "./target.ts";
import { reasonOf } from "./writeSecret.ts";

/** Set Up AUTH_SECRET: all that a fresh project needs, chosen from a list and previewed. */
export async function setUp(workspace: Workspace, resource?: vscode.Uri): Promise<void> {
  const title = vscode.l10n.t("Set Up AUTH_SECRET");
  const target = await chooseTarget(workspace, title, resource);
  if (target === "cancelled") return;
  if (target === undefined) {
    sayNoFolder();
    return;
  }
  const place = await placeOf(target);
  const chosen = await vscode.window.showQuickPick(choicesFor(target, place), {
    title,
    placeHolder: vscode.l10n.t("What to set up? You see it before it is made."),
    canPickMany: true,
  });
  if (chosen?.length)
    await carryOut(
      target,
      chosen.map(({ step }) => step),
      title,
    );
}

interface StepChoice extends vscode.QuickPickItem {
  readonly step: SetUpStep;
}

function choicesFor({ project, tree }: Target, place: SetUpPlace): readonly StepChoice[] {
  return setUpSteps(project, place).map((step) => {
    const name = shownName(tree.uri(step.file));
    return {
      label: localize(step.label),
      description: step.isDone ? vscode.l10n.t("done: {0}", name) : name,
      picked: step.isNeeded && !step.isDone,
      step,
    };
  });
}

async function carryOut(
  target: Target,
  chosen: readonly SetUpStep[],
  title: string,
): Promise<void> {
  const { tree, folder, variable } = target;
  const steps = chosen.filter(({ isDone }) => !isDone);
  const edits = setUpEdits(steps, tree.files, (files) => tree.projectOn(folder, files), {
    mint: () => mint(tree.settings),
  });
  if (edits.length === 0) {
    void vscode.window.showInformationMessage(vscode.l10n.t("All of that is there already."));
    return;
  }
  try {
    const changed = await applyPreviewed([{ tree, edits }], title);
    if (changed.length > 0) sayDone(changed, variable);
  } catch (error) {
    void vscode.window.showErrorMessage(reasonOf(error, title));
  }
}

function sayDone(changed: readonly string[], variable: string): void {
  say(
    vscode.l10n.t(
      "Written: {0}. Give {1} another value wherever the app is deployed, and restart the development server.",
      changed.join(", "),
      variable,
    ),
  );
}

/** What is on the disk: files that no rule looks at are not in the tree. */
async function placeOf({ tree, folder, project }: Target): Promise<SetUpPlace> {
  const isThere = (path: string) => exists(tree.uri(joinPath(folder, path)));
  const manifest = tree.files.get(joinPath(folder, "package.json")) ?? "";
  // A framework takes the folder of its pages from `src` only where there is none at the top.
  const isAtTop = (await isThere("app")) || (await isThere("pages"));
  const base = {
    manifest,
    sourceFolder: !isAtTop && (await isThere("src")) ? "src" : "",
    ending: (await isThere("tsconfig.json")) ? ("ts" as const) : ("js" as const),
  };
  const paths = setUpFiles(project, base);
  const found = await Promise.all(paths.map((path) => exists(tree.uri(path))));
  const there = new Set(paths.filter((_, at) => found[at]));
  return { ...base, exists: (path) => there.has(path) };
}
