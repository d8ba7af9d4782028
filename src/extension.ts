import type * as vscode from "vscode";
import { registerCodeActions } from "./editor/codeActions.ts";
import { registerAfterFix } from "./editor/commands/afterFix.ts";
import { registerGenerateAll } from "./editor/commands/generateAll.ts";
import { registerGenerateSecret } from "./editor/commands/generateSecret.ts";
import { registerIgnoreEnvFiles } from "./editor/commands/ignoreEnvFiles.ts";
import { registerMigrateNames } from "./editor/commands/migrateNames.ts";
import { registerRotateSecret } from "./editor/commands/rotateSecret.ts";
import { registerSetUp } from "./editor/commands/setUp.ts";
import { registerShowLog } from "./editor/commands/showLog.ts";
import { registerShowOrigin } from "./editor/commands/showOrigin.ts";
import { registerUseExistingSecret } from "./editor/commands/useExistingSecret.ts";
import { registerDiagnostics } from "./editor/diagnostics.ts";
import { registerHover } from "./editor/hover.ts";
import { createLog } from "./editor/log.ts";
import { Workspace } from "./editor/workspace.ts";

/** What the extension consists of: one line a feature. */
export function activate(context: vscode.ExtensionContext): void {
  const log = createLog();
  const workspace = new Workspace(log);
  context.subscriptions.push(
    log,
    workspace,
    registerDiagnostics(workspace),
    registerCodeActions(workspace),
    registerHover(workspace),
    registerAfterFix(),
    registerGenerateSecret(workspace),
    registerIgnoreEnvFiles(workspace),
    registerShowOrigin(workspace),
    registerRotateSecret(workspace),
    registerMigrateNames(workspace),
    registerUseExistingSecret(workspace),
    registerGenerateAll(workspace),
    registerSetUp(workspace),
    registerShowLog(log),
  );
  workspace.open();
}
