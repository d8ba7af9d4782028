import * as vscode from "vscode";
import type { SecretLine } from "../core/index.ts";
import { COPY_VALUE, registerCopyValue } from "./commands/copyValue.ts";
import { REPLACE_IN_PLACE, registerReplaceInPlace } from "./commands/replaceInPlace.ts";
import type { OwnCommand } from "./ownManifest.ts";
import type { Workspace } from "./workspace.ts";

/** Something that can be done with a secret, as a code lens or a link in a hover names it. */
export interface SecretLink extends vscode.Command {
  readonly tooltip: string;
  readonly arguments: [vscode.Uri, ...string[]];
}

/** What the links run. */
export function registerSecretLinks(workspace: Workspace): vscode.Disposable {
  return vscode.Disposable.from(registerCopyValue(workspace), registerReplaceInPlace(workspace));
}

/** What can be done with a line of an env file. Links hold the variable's name, never its value. */
export function linksOfLine(uri: vscode.Uri, line: SecretLine): readonly SecretLink[] {
  const { start, end } = line.valueSpan;
  const isEmpty = start === end;
  return [writeLink(uri, line), ...(isEmpty ? [] : [copyLink(uri, line.variable)])];
}

function writeLink(uri: vscode.Uri, { variable, isFree }: SecretLine): SecretLink {
  return {
    command: REPLACE_IN_PLACE,
    title: isFree ? vscode.l10n.t("Generate") : vscode.l10n.t("Replace"),
    tooltip: isFree
      ? vscode.l10n.t("Fill {0} with a new random secret", variable)
      : vscode.l10n.t("Replace {0} with a new random secret, after asking", variable),
    arguments: [uri, variable],
  };
}

function copyLink(uri: vscode.Uri, variable: string): SecretLink {
  return {
    command: COPY_VALUE,
    title: vscode.l10n.t("Copy"),
    tooltip: vscode.l10n.t("Copy the value of {0} to the clipboard", variable),
    arguments: [uri, variable],
  };
}

/** What else this version can do with a project's secret, on the file that a command is given. */
export function furtherLinks(
  uri: vscode.Uri,
  commands: readonly OwnCommand[],
): readonly SecretLink[] {
  const titles: Readonly<Record<string, string>> = {
    "authSecret.rotate": vscode.l10n.t("Rotate"),
    "authSecret.setInProduction": vscode.l10n.t("Set in Production"),
    "authSecret.verifyToken": vscode.l10n.t("Verify"),
  };
  return Object.entries(titles).flatMap(([id, title]) => commandLink(uri, commands, id, title));
}

/** For a variable that no file sets: there is no line yet that a link could be about. */
export function generateLink(
  uri: vscode.Uri,
  commands: readonly OwnCommand[],
): readonly SecretLink[] {
  return commandLink(uri, commands, "authSecret.generate", vscode.l10n.t("Generate"));
}

function commandLink(
  uri: vscode.Uri,
  commands: readonly OwnCommand[],
  command: string,
  title: string,
): readonly SecretLink[] {
  const own = commands.find(({ id }) => id === command);
  return own ? [{ command, title, tooltip: own.title, arguments: [uri] }] : [];
}
