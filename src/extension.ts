import type * as vscode from "vscode";
import { registerCodeActions } from "./editor/codeActions.ts";
import { registerCodeLens } from "./editor/codeLens.ts";
import { registerCommands } from "./editor/commands/index.ts";
import { registerCompletion } from "./editor/completion.ts";
import { registerDiagnostics } from "./editor/diagnostics.ts";
import { registerHover } from "./editor/hover.ts";
import { createLog } from "./editor/log.ts";
import { registerMasking } from "./editor/masking.ts";
import { registerMilestones } from "./editor/milestones.ts";
import { readManifest } from "./editor/ownManifest.ts";
import type { Platform } from "./editor/platform.ts";
import { ProgramOutput } from "./editor/programOutput.ts";
import { registerSaveWatch } from "./editor/save.ts";
import { registerSecretLinks } from "./editor/secretLinks.ts";
import { registerStatusItem } from "./editor/statusItem.ts";
import { Workspace } from "./editor/workspace.ts";

/** What the extension consists of: one line a feature. The web has no platform to hand over. */
export function activate(context: vscode.ExtensionContext, platform?: Platform): void {
  const log = createLog();
  const workspace = new Workspace(log, platform);
  const output = new ProgramOutput();
  const manifest = readManifest(context.extension);
  context.subscriptions.push(
    log,
    workspace,
    output,
    registerDiagnostics(workspace, log),
    registerCodeActions(workspace),
    registerHover(workspace, manifest.commands),
    registerSecretLinks(workspace),
    registerStatusItem(workspace),
    registerCodeLens(workspace, manifest.commands),
    registerCompletion(workspace),
    registerMasking(workspace),
    registerMilestones(workspace),
    registerSaveWatch(workspace),
    registerCommands({ workspace, log, manifest, programs: { platform, output } }),
  );
  workspace.open();
}
