import * as vscode from "vscode";
import { hiddenSpans } from "../core/index.ts";
import { registerToggleMasking } from "./commands/toggleMasking.ts";
import { isOn, SECTION } from "./settings.ts";
import type { Place, Workspace } from "./workspace.ts";

/** Covers the values of secrets in every visible editor, the line of the cursor included. */
export function registerMasking(workspace: Workspace): vscode.Disposable {
  const cover = coverType();
  const showAll = () => {
    for (const editor of vscode.window.visibleTextEditors) show(editor, cover, workspace);
  };
  showAll();
  return vscode.Disposable.from(
    cover,
    registerToggleMasking(),
    vscode.window.onDidChangeVisibleTextEditors(showAll),
    // At once, not after a while: what has just been typed must not be seen either.
    workspace.onDidChange(showAll),
    vscode.workspace.onDidChangeConfiguration((event) => {
      if (event.affectsConfiguration(SECTION)) showAll();
    }),
  );
}

/** A bar as long as the value, in a colour that every kind of theme sets off from its ground. */
function coverType(): vscode.TextEditorDecorationType {
  return vscode.window.createTextEditorDecorationType({
    // Not in the colour of the bar: where a theme makes that translucent, both would show.
    color: "transparent",
    backgroundColor: new vscode.ThemeColor("editorLineNumber.foreground"),
    borderRadius: "2px",
    rangeBehavior: vscode.DecorationRangeBehavior.OpenOpen,
  });
}

function show(
  editor: vscode.TextEditor,
  cover: vscode.TextEditorDecorationType,
  workspace: Workspace,
): void {
  const { uri } = editor.document;
  const place = isOn("maskValues", uri) ? workspace.find(uri) : undefined;
  editor.setDecorations(cover, place ? rangesIn(place) : []);
}

function rangesIn({ tree, path }: Place): readonly vscode.Range[] {
  const toRange = tree.ranges(path);
  const spans = tree
    .packagesWith(path)
    .flatMap((folder) => hiddenSpans(tree.project(folder), path));
  return spans.map(toRange);
}
