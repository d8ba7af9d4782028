import * as vscode from "vscode";
import { destinationsOf, isEnvFile, type WriteEffect } from "../../core/index.ts";
import { shownName } from "../plainText.ts";
import type { Target } from "./target.ts";

/** An env file that a secret can be written to. */
export interface FileChoice extends vscode.QuickPickItem {
  readonly path: string;
}

/** The env files of a package, the best first, each with what writing to it does. */
export function fileChoices(target: Target, resource?: vscode.Uri): readonly FileChoice[] {
  const uri = resource ?? vscode.window.activeTextEditor?.document.uri;
  const path = uri && target.tree.path(uri);
  const preferred = path !== undefined && isEnvFile(path) ? path : undefined;
  return destinationsOf(target.project, (file) => target.tree.files.get(file), preferred).map(
    ({ path, effect }) => fileChoice(target, path, effect),
  );
}

export function fileChoice(target: Target, path: string, effect: WriteEffect): FileChoice {
  return {
    label: `$(file) ${shownName(target.tree.uri(path))}`,
    description: describe(effect, target.variable),
    path,
  };
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
