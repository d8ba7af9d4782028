import * as vscode from "vscode";
import type { Mode } from "../core/index.ts";

/** What people call a mode in which an app runs. */
export function modeName(mode: Mode): string {
  const names: Readonly<Record<Mode, string>> = {
    development: vscode.l10n.t("development"),
    production: vscode.l10n.t("production"),
    test: vscode.l10n.t("test"),
  };
  return names[mode];
}
