import * as vscode from "vscode";
import { completionAt, type EnvFile, type Project } from "../core/index.ts";
import { COMPLETE_SECRET, registerCompleteSecret } from "./commands/completeSecret.ts";
import { rangesOf } from "./convert.ts";
import { ENV_FILES } from "./selectors.ts";
import type { Workspace } from "./workspace.ts";

/**
 * Completes the names of a project's secret variables in env files, and their values. The value is
 * made by a command when a proposal is accepted: a list that is only looked at makes none.
 */
export function registerCompletion(workspace: Workspace): vscode.Disposable {
  const provider = vscode.languages.registerCompletionItemProvider(
    ENV_FILES,
    {
      provideCompletionItems(document, position) {
        const place = workspace.find(document.uri);
        if (!place) return [];
        const { tree, path } = place;
        const project = tree.project(tree.packageOf(path));
        const file = project.envFiles.find((each) => each.path === path);
        return file ? itemsAt(document, project, file, document.offsetAt(position)) : [];
      },
    },
    "=",
  );
  return vscode.Disposable.from(provider, registerCompleteSecret());
}

function itemsAt(
  { uri }: vscode.TextDocument,
  project: Project,
  file: EnvFile,
  offset: number,
): vscode.CompletionItem[] {
  const found = completionAt(project, file, offset);
  if (found === undefined) return [];
  if (found.kind === "value") return [valueItem(uri, found.variable)];
  const range = rangesOf(file.text)(found.span);
  return found.variables.map((variable, index) => ({
    ...nameItem(uri, variable, file.isTemplate),
    range,
    sortText: String(index),
    preselect: index === 0,
  }));
}

function nameItem(uri: vscode.Uri, variable: string, isTemplate: boolean): vscode.CompletionItem {
  const item = new vscode.CompletionItem(variable, vscode.CompletionItemKind.Variable);
  item.insertText = `${variable}=`;
  // A template is committed: it names the variable and holds no value.
  item.detail = isTemplate
    ? vscode.l10n.t("Without a value: this file is a template")
    : vscode.l10n.t("With a new random secret");
  if (!isTemplate) item.command = fillCommand(uri, variable);
  return item;
}

function valueItem(uri: vscode.Uri, variable: string): vscode.CompletionItem {
  const label = vscode.l10n.t("New random secret");
  const item = new vscode.CompletionItem(label, vscode.CompletionItemKind.Value);
  item.insertText = "";
  item.detail = variable;
  item.preselect = true;
  item.command = fillCommand(uri, variable);
  return item;
}

function fillCommand(uri: vscode.Uri, variable: string): vscode.Command {
  const title = vscode.l10n.t("Fill {0} with a new random secret", variable);
  return { title, command: COMPLETE_SECRET, arguments: [uri, variable] };
}
