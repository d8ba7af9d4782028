import * as vscode from "vscode";
import type { Project, SettingFiles } from "../core/index.ts";
import { modeName } from "./modeName.ts";
import { codeSpan } from "./plainText.ts";

/** Which files set a variable in which environment, as a list in Markdown; empty where none does. */
export function settingFilesText(
  found: readonly SettingFiles[],
  { loader: { id, name } }: Project,
): string {
  if (found.length === 0) return "";
  const title =
    id === "assumed"
      ? vscode.l10n.t("Set by these files, as most loaders load them:")
      : vscode.l10n.t("Set by these files, as {0} loads them:", name);
  return `${title}\n\n${found.map((each) => `- ${lineOf(each)}\n`).join("")}`;
}

function lineOf({ modes, files }: SettingFiles): string {
  const names = modes.map(modeName).join(", ");
  const [winner, ...hidden] = files.map(codeSpan);
  if (winner === undefined) return vscode.l10n.t("{0}: no file", names);
  return hidden.length === 0
    ? vscode.l10n.t("{0}: {1}", names, winner)
    : vscode.l10n.t("{0}: {1}, which wins over {2}", names, winner, hidden.join(", "));
}
