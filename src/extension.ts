import type * as vscode from "vscode";
import { registerCodeActions } from "./editor/codeActions.ts";
import { registerCodeLens } from "./editor/codeLens.ts";
import { registerAfterFix } from "./editor/commands/afterFix.ts";
import { registerCheckWorkspace } from "./editor/commands/checkWorkspace.ts";
import { registerGenerateSecret } from "./editor/commands/generateSecret.ts";
import { registerIgnoreEnvFiles } from "./editor/commands/ignoreEnvFiles.ts";
import { registerShowActions } from "./editor/commands/showActions.ts";
import { registerShowLog } from "./editor/commands/showLog.ts";
import { registerCompletion } from "./editor/completion.ts";
import { registerDiagnostics } from "./editor/diagnostics.ts";
import { registerHover } from "./editor/hover.ts";
import { createLog } from "./editor/log.ts";
import { registerMasking } from "./editor/masking.ts";
import { registerMilestones } from "./editor/milestones.ts";
import { readManifest } from "./editor/ownManifest.ts";
import { registerSecretLinks } from "./editor/secretLinks.ts";
import { registerStatusItem } from "./editor/statusItem.ts";
import { Workspace } from "./editor/workspace.ts";

/** What the extension consists of: one line a feature. */
export function activate(context: vscode.ExtensionContext): void {
  const log = createLog();
  const workspace = new Workspace(log);
  const manifest = readManifest(context.extension);
  context.subscriptions.push(
    log,
    workspace,
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
    registerCheckWorkspace(workspace),
    registerShowActions(workspace, manifest),
    registerShowLog(log),
  );
  workspace.open();
}
