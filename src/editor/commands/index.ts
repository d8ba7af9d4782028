import * as vscode from "vscode";
import type { OwnManifest } from "../ownManifest.ts";
import type { Programs } from "../programs.ts";
import type { Workspace } from "../workspace.ts";
import { addDebugRoute } from "./addDebugRoute.ts";
import { registerAfterFix } from "./afterFix.ts";
import { checkWorkspace } from "./checkWorkspace.ts";
import { generateAll } from "./generateAll.ts";
import { generateSecret } from "./generateSecret.ts";
import { ignoreEnvFiles } from "./ignoreEnvFiles.ts";
import { migrateNames } from "./migrateNames.ts";
import { rotateSecret } from "./rotateSecret.ts";
import { setInProduction } from "./setInProduction.ts";
import { setUp } from "./setUp.ts";
import { showActions } from "./showActions.ts";
import { showOrigin } from "./showOrigin.ts";
import { untrackEnvFile } from "./untrackEnvFile.ts";
import { useExistingSecret } from "./useExistingSecret.ts";
import { verifyToken } from "./verifyToken.ts";

/** What commands work with. */
interface CommandContext {
  readonly workspace: Workspace;
  readonly log: vscode.LogOutputChannel;
  readonly manifest: OwnManifest;
  readonly programs: Programs;
}

/** Every command, one line each: registered here, loaded when it is first asked for. */
function commandsOf({
  workspace,
  log,
  manifest,
  programs,
}: CommandContext): Readonly<Record<string, (resource?: vscode.Uri) => unknown>> {
  return {
    "authSecret.generate": (resource) => generateSecret(workspace, resource),
    "authSecret.ignoreEnvFiles": () => ignoreEnvFiles(workspace),
    "authSecret.showOrigin": (resource) => showOrigin(workspace, resource),
    "authSecret.rotate": (resource) => rotateSecret(workspace, resource),
    "authSecret.migrateNames": () => migrateNames(workspace),
    "authSecret.useExisting": (resource) => useExistingSecret(workspace, resource),
    "authSecret.generateAll": (resource) => generateAll(workspace, resource),
    "authSecret.setUp": (resource) => setUp(workspace, resource),
    "authSecret.setInProduction": (resource) => setInProduction(workspace, programs, resource),
    "authSecret.untrackEnvFile": (resource) => untrackEnvFile(workspace, programs, resource),
    "authSecret.checkWorkspace": () => checkWorkspace(workspace),
    "authSecret.showActions": (resource) => showActions(workspace, manifest, resource),
    "authSecret.showLog": () => log.show(),
    "authSecret.verifyToken": () => verifyToken(workspace),
    "authSecret.addDebugRoute": () => addDebugRoute(workspace),
  };
}

export function registerCommands(context: CommandContext): vscode.Disposable {
  const registrations = Object.entries(commandsOf(context)).map(([id, run]) =>
    vscode.commands.registerCommand(id, run),
  );
  return vscode.Disposable.from(registerAfterFix(), ...registrations);
}
