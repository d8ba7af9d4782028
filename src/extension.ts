import type * as vscode from "vscode";
import { registerCodeActions } from "./editor/codeActions.ts";
import { registerCodeLens } from "./editor/codeLens.ts";
import { registerAddDebugRoute } from "./editor/commands/addDebugRoute.ts";
import { registerAfterFix } from "./editor/commands/afterFix.ts";
import { registerCheckWorkspace } from "./editor/commands/checkWorkspace.ts";
import { registerGenerateAll } from "./editor/commands/generateAll.ts";
import { registerGenerateSecret } from "./editor/commands/generateSecret.ts";
import { registerIgnoreEnvFiles } from "./editor/commands/ignoreEnvFiles.ts";
import { registerMigrateNames } from "./editor/commands/migrateNames.ts";
import { registerRotateSecret } from "./editor/commands/rotateSecret.ts";
import { registerSetInProduction } from "./editor/commands/setInProduction.ts";
import { registerSetUp } from "./editor/commands/setUp.ts";
import { registerShowActions } from "./editor/commands/showActions.ts";
import { registerShowLog } from "./editor/commands/showLog.ts";
import { registerShowOrigin } from "./editor/commands/showOrigin.ts";
import { registerUntrackEnvFile } from "./editor/commands/untrackEnvFile.ts";
import { registerUseExistingSecret } from "./editor/commands/useExistingSecret.ts";
import { registerVerifyToken } from "./editor/commands/verifyToken.ts";
import { registerCompletion } from "./editor/completion.ts";
import { registerDiagnostics } from "./editor/diagnostics.ts";
import { registerHover } from "./editor/hover.ts";
import { createLog } from "./editor/log.ts";
import { registerMasking } from "./editor/masking.ts";
import { registerMilestones } from "./editor/milestones.ts";
import { readManifest } from "./editor/ownManifest.ts";
import type { Platform } from "./editor/platform.ts";
import { ProgramOutput } from "./editor/programOutput.ts";
import { registerSecretLinks } from "./editor/secretLinks.ts";
import { registerStatusItem } from "./editor/statusItem.ts";
import { Workspace } from "./editor/workspace.ts";

/** What the extension consists of: one line a feature. The web has no platform to hand over. */
export function activate(context: vscode.ExtensionContext, platform?: Platform): void {
  const log = createLog();
  const workspace = new Workspace(log);
  const output = new ProgramOutput();
  const manifest = readManifest(context.extension);
  context.subscriptions.push(
    log,
    workspace,
    output,
    registerDiagnostics(workspace),
    registerCodeActions(workspace),
    registerHover(workspace, manifest.commands),
    registerSecretLinks(workspace),
    registerStatusItem(workspace),
    registerCodeLens(workspace, manifest.commands),
    registerCompletion(workspace),
    registerMasking(workspace),
    registerMilestones(workspace),
    registerAfterFix(),
    registerGenerateSecret(workspace),
    registerIgnoreEnvFiles(workspace),
    registerShowOrigin(workspace),
    registerRotateSecret(workspace),
    registerMigrateNames(workspace),
    registerUseExistingSecret(workspace),
    registerGenerateAll(workspace),
    registerSetUp(workspace),
    registerSetInProduction(workspace, { platform, output }),
    registerUntrackEnvFile(workspace, { platform, output }),
    registerCheckWorkspace(workspace),
    registerShowActions(workspace, manifest),
    registerShowLog(log),
    registerVerifyToken(workspace),
    registerAddDebugRoute(workspace),
  );
  workspace.open();
}
