import * as vscode from "vscode";
import type { Finding } from "../../core/index.ts";
import type { FileTree } from "../fileTree.ts";
import type { OwnCommand, OwnManifest } from "../ownManifest.ts";
import type { Place, Workspace } from "../workspace.ts";
import { chooseFix } from "./chooseFix.ts";

const OWN = "authSecret.showActions";

/** Show Problems and Actions: what is wrong in the package of a file, and all that can be done. */
export async function showActions(
  workspace: Workspace,
  { commands, ruleTitles }: OwnManifest,
  resource?: vscode.Uri,
): Promise<void> {
  const uri = resource ?? vscode.window.activeTextEditor?.document.uri;
  const place = uri && workspace.find(uri);
  const items = [
    ...(place ? problemItems(workspace, place, ruleTitles) : []),
    ...commandItems(commands, uri),
  ];
  const chosen = await vscode.window.showQuickPick(items, {
    title: vscode.l10n.t("Auth Secret"),
    placeHolder: vscode.l10n.t("Go to a problem, or choose what to do"),
    matchOnDescription: true,
  });
  await chosen?.run();
}

interface Item extends vscode.QuickPickItem {
  run(): Thenable<unknown>;
}

/** The gravest first. */
const ICONS: Readonly<Record<Finding["severity"], string>> = {
  error: "error",
  warning: "warning",
  information: "info",
  hint: "lightbulb",
};

/** By the rule's title: the whole message is longer than a line, and is where the item leads to. */
function problemItems(
  workspace: Workspace,
  { tree, path }: Place,
  titles: Readonly<Record<string, string>>,
): readonly Item[] {
  const findings = tree.findings(tree.packageOf(path));
  const items = Object.entries(ICONS).flatMap(([severity, icon]) =>
    findings
      .filter((finding) => finding.severity === severity)
      .map((finding) => {
        const title = titles[finding.rule] ?? finding.rule;
        return {
          label: `$(${icon}) ${title}`,
          description: placeOf(finding, tree),
          run: () => goAndFix(workspace, tree, finding, title),
        };
      }),
  );
  return items.length > 0 ? [separator(vscode.l10n.t("Problems")), ...items] : [];
}

function placeOf({ file, span }: Finding, tree: FileTree): string {
  return `${file}:${tree.ranges(file)(span).start.line + 1}`;
}

/** Goes to the place, and asks there what to do. */
async function goAndFix(
  workspace: Workspace,
  tree: FileTree,
  finding: Finding,
  title: string,
): Promise<void> {
  const selection = tree.ranges(finding.file)(finding.span);
  await vscode.window.showTextDocument(tree.uri(finding.file), { selection });
  await chooseFix(workspace, tree, finding, title);
}

function commandItems(
  commands: readonly OwnCommand[],
  uri: vscode.Uri | undefined,
): readonly Item[] {
  const items = commands
    .filter(({ id }) => id !== OWN)
    .map(({ id, title, icon }) => ({
      label: icon ? `${icon} ${title}` : title,
      run: () => vscode.commands.executeCommand(id, uri),
    }));
  return [separator(vscode.l10n.t("Actions")), ...items];
}

function separator(label: string): Item {
  return { label, kind: vscode.QuickPickItemKind.Separator, run: async () => undefined };
}
