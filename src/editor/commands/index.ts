import * as vscode from "vscode";
import type { OwnManifest } from "../ownManifest.ts";
import type { Programs } from "../programs.ts";
import type { Workspace } from "../workspace.ts";
import { registerAddDebugRoute } from "./addDebugRoute.ts";
import { registerAfterFix } from "./afterFix.ts";
import { registerCheckWorkspace } from "./checkWorkspace.ts";
import { registerGenerateAll } from "./generateAll.ts";
import { registerGenerateSecret } from "./generateSecret.ts";
import { registerIgnoreEnvFiles } from "./ignoreEnvFiles.ts";
import { registerMigrateNames } from "./migrateNames.ts";
import { registerRotateSecret } from "./rotateSecret.ts";
import { registerSetInProduction } from "./setInProduction.ts";
import { registerSetUp } from "./setUp.ts";
import { registerShowActions } from "./showActions.ts";
import { registerShowLog } from "./showLog.ts";
import { registerShowOrigin } from "./showOrigin.ts";
import { registerUntrackEnvFile } from "./untrackEnvFile.ts";
import { registerUseExistingSecret } from "./useExistingSecret.ts";
import { registerVerifyToken } from "./verifyToken.ts";

/** What commands work with. */
interface CommandContext {
  readonly workspace: Workspace;
  readonly log: vscode.LogOutputChannel;
  readonly manifest: OwnManifest;
  readonly programs: Programs;
}

/** Every command, one line each. */
export function registerCommands({
  workspace,
  log,
  manifest,
  programs,
}: CommandContext): vscode.Disposable {
  return vscode.Disposable.from(
    registerAfterFix(),
    registerGenerateSecret(workspace),
    registerIgnoreEnvFiles(workspace),
    registerShowOrigin(workspace),
    registerRotateSecret(workspace),
    registerMigrateNames(workspace),
    registerUseExistingSecret(workspace),
    registerGenerateAll(workspace),
    registerSetUp(workspace),
    registerSetInProduction(workspace, programs),
    registerUntrackEnvFile(workspace, programs),
    registerCheckWorkspace(workspace),
    registerShowActions(workspace, manifest),
    registerShowLog(log),
    registerVerifyToken(workspace),
    registerAddDebugRoute(workspace),
  );
}
