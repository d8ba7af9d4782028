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
    rules: rulesOf(section.get("rules")),
    format: oneOf(section.get("format"), FORMATS) ?? "base64",
    bytes: numberIn(section.get("bytes"), MINIMUM_BYTES, MOST_BYTES) ?? MINIMUM_BYTES,
    extraVariables: stringsOf(section.get("variables")).filter((name) => VARIABLE.test(name)),
    files: stringsOf(section.get("files")),
    minimumBits:
      numberIn(section.get("minimumBits"), 1, MOST_BYTES * 8) ?? DEFAULT_SETTINGS.minimumBits,
    includeTestFiles: section.get("includeTestFiles") === true,
  };
}

/** Settings that show or hide something. */
type Switch = "codeLens" | "maskValues";

export function isOn(name: Switch, scope: vscode.Uri | undefined): boolean {
  return vscode.workspace.getConfiguration(SECTION, scope).get(name) === true;
}

const FORMATS: readonly SecretFormat[] = ["base64", "base64url", "hex"];
const SEVERITIES = ["error", "warning", "information", "hint", "off"] as const;

/** As the manifest says: what is none is not shown as one either. */
const VARIABLE = /^[A-Za-z_][A-Za-z0-9_]*$/;

/** As the manifest says. */
const MOST_BYTES = 1024;

function oneOf<Choice extends string>(value: unknown, choices: readonly Choice[]) {
  return choices.find((choice) => choice === value);
}

/** The whole number within the bounds that is nearest; undefined for anything but a number. */
function numberIn(value: unknown, least: number, most: number): number | undefined {
  if (typeof value !== "number" || Number.isNaN(value)) return undefined;
  return Math.min(most, Math.max(least, Math.round(value)));
}

function stringsOf(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.filter((each) => typeof each === "string") : [];
}

function rulesOf(value: unknown): RuleSettings {
  if (typeof value !== "object" || value === null) return {};
  const known = Object.entries(value).map(([id, given]) => [id, oneOf(given, SEVERITIES)] as const);
  return Object.fromEntries(
    known.flatMap(([id, severity]) => (severity === undefined ? [] : [[id, severity] as const])),
  );
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
