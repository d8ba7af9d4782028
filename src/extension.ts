import type * as vscode from "vscode";
import { registerCodeActions } from "./editor/codeActions.ts";
import { registerAddDebugRoute } from "./editor/commands/addDebugRoute.ts";
import { registerAfterFix } from "./editor/commands/afterFix.ts";
import { registerGenerateSecret } from "./editor/commands/generateSecret.ts";
import { registerIgnoreEnvFiles } from "./editor/commands/ignoreEnvFiles.ts";
import { registerShowLog } from "./editor/commands/showLog.ts";
import { registerVerifyToken } from "./editor/commands/verifyToken.ts";
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
    registerShowLog(log),
    registerVerifyToken(workspace),
    registerAddDebugRoute(workspace),
  );
  workspace.open();
}
