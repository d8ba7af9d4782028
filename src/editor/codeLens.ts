import * as vscode from "vscode";
import { secretLines } from "../core/index.ts";
import type { OwnCommand } from "./ownManifest.ts";
import { furtherLinks, linksOfLine, type SecretLink } from "./secretLinks.ts";
import { ENV_FILES } from "./selectors.ts";
import { isOn } from "./settings.ts";
import type { Workspace } from "./workspace.ts";

/** Above the line of a secret in an env file: what can be done with it. */
export function registerCodeLens(
  workspace: Workspace,
  commands: readonly OwnCommand[],
): vscode.Disposable {
  const changed = new vscode.EventEmitter<void>();
  const provider = new LensProvider(workspace, commands, changed.event);
  return vscode.Disposable.from(
    changed,
    workspace.onDidChange(() => changed.fire()),
    vscode.languages.registerCodeLensProvider(ENV_FILES, provider),
  );
}

class LensProvider implements vscode.CodeLensProvider {
  readonly onDidChangeCodeLenses: vscode.Event<void>;
  readonly #workspace: Workspace;
  readonly #commands: readonly OwnCommand[];

  constructor(
    workspace: Workspace,
    commands: readonly OwnCommand[],
    onDidChangeCodeLenses: vscode.Event<void>,
  ) {
    this.#workspace = workspace;
    this.#commands = commands;
    this.onDidChangeCodeLenses = onDidChangeCodeLenses;
  }

  provideCodeLenses({ uri }: vscode.TextDocument): vscode.CodeLens[] {
    const place = this.#workspace.find(uri);
    if (!place || !isOn("codeLens", uri)) return [];
    const { tree, path } = place;
    const toRange = tree.ranges(path);
    return secretLines(tree.project(tree.packageOf(path)), path).flatMap((line) =>
      this.#linksAt(uri, linksOfLine(uri, line)).map(
        (link) => new vscode.CodeLens(toRange(line.span), link),
      ),
    );
  }

  /** Verifying is for sessions, not for a line of a file: a lens has what is done with the value. */
  #linksAt(uri: vscode.Uri, own: readonly SecretLink[]): readonly SecretLink[] {
    const further = furtherLinks(uri, this.#commands);
    return [...own, ...further.filter(({ command }) => command !== "authSecret.verifyToken")];
  }
}
