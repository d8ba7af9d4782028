import * as vscode from "vscode";
import type { Workspace } from "../workspace.ts";
import { writeInPlace } from "./writeSecret.ts";

/** Runs behind links: not shown anywhere. */
export const REPLACE_IN_PLACE = "authSecret.replaceInPlace";

/** Writes a fresh secret to a variable of a file; asks first where a value in use would be lost. */
export function registerReplaceInPlace(workspace: Workspace): vscode.Disposable {
  return vscode.commands.registerCommand(
    REPLACE_IN_PLACE,
    async (uri: vscode.Uri, variable: string): Promise<void> => {
      const place = workspace.find(uri);
      if (place) await writeInPlace(place, variable);
    },
  );
}
