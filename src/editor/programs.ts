import * as vscode from "vscode";
import type { FileTree } from "./fileTree.ts";
import { type Platform, platformFor } from "./platform.ts";
import type { ProgramOutput } from "./programOutput.ts";

/** What commands need that start other programs. */
export interface Programs {
  readonly platform: Platform | undefined;
  readonly output: ProgramOutput;
}

/** Why no program is started, as a sentence; undefined where one can be. */
export function whyNone({ platform }: Programs, { root }: FileTree): string | undefined {
  if (!vscode.workspace.isTrusted) {
    return vscode.l10n.t("This workspace is not trusted, so no program is started in it.");
  }
  return platformFor(root, platform)
    ? undefined
    : vscode.l10n.t("This window cannot start programs.");
}
