import * as vscode from "vscode";
import {
  DEFAULT_SETTINGS,
  MINIMUM_BYTES,
  type RuleSettings,
  type SecretFormat,
  type WorkspaceSettings,
} from "../core/index.ts";

export const SECTION = "authSecret";

/** All settings of one place. Values that the manifest does not allow fall back to its defaults. */
export interface Settings extends WorkspaceSettings {
  readonly rules: RuleSettings;
  readonly format: SecretFormat;
  /** Random bytes in a generated secret. */
  readonly bytes: number;
}

export function readSettings(scope: vscode.Uri | undefined): Settings {
  const section = vscode.workspace.getConfiguration(SECTION, scope);
  return {
    rules: section.get<RuleSettings>("rules", {}),
    format: section.get<SecretFormat>("format", "base64"),
    bytes: Math.max(MINIMUM_BYTES, section.get<number>("bytes", MINIMUM_BYTES)),
    extraVariables: section.get<readonly string[]>("variables", DEFAULT_SETTINGS.extraVariables),
    files: section.get<readonly string[]>("files", DEFAULT_SETTINGS.files),
    minimumBits: section.get<number>("minimumBits", DEFAULT_SETTINGS.minimumBits),
    includeTestFiles: section.get<boolean>("includeTestFiles", DEFAULT_SETTINGS.includeTestFiles),
  };
}

/** Gives a rule another severity where the user keeps such settings: the workspace, if there is one. */
export async function setRuleSeverity(scope: vscode.Uri, rule: string, severity: string) {
  const section = vscode.workspace.getConfiguration(SECTION, scope);
  const target = vscode.workspace.workspaceFolders
    ? vscode.ConfigurationTarget.Workspace
    : vscode.ConfigurationTarget.Global;
  const known = section.inspect<Record<string, string>>("rules");
  const own = vscode.workspace.workspaceFolders ? known?.workspaceValue : known?.globalValue;
  await section.update("rules", { ...own, [rule]: severity }, target);
}
