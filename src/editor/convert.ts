import * as vscode from "vscode";
import {
  type FileEdit,
  type Finding,
  format,
  lineMap,
  type Message,
  nameOf,
  ruleDocs,
  type Severity,
  type Span,
} from "../core/index.ts";
import { markLength } from "./byteOrderMark.ts";
import type { FileTree } from "./fileTree.ts";

export const SOURCE = "auth-secret";

const SEVERITIES: Readonly<Record<Severity, vscode.DiagnosticSeverity>> = {
  error: vscode.DiagnosticSeverity.Error,
  warning: vscode.DiagnosticSeverity.Warning,
  information: vscode.DiagnosticSeverity.Information,
  hint: vscode.DiagnosticSeverity.Hint,
};

/** A core message in the user's language. */
export function localize(message: Message): string {
  return format(message, (template) => vscode.l10n.t(template));
}

/** Turns the spans of one text into ranges; made once per text, since it counts the lines. */
export function rangesOf(text: string): (span: Span) => vscode.Range {
  const mark = markLength(text);
  const lines = lineMap(text.slice(mark));
  const position = (offset: number) => {
    const { line, character } = lines.positionAt(Math.max(0, offset - mark));
    return new vscode.Position(line, character);
  };
  return ({ start, end }) => new vscode.Range(position(start), position(end));
}

export function toDiagnostic(finding: Finding, tree: FileTree): vscode.Diagnostic {
  const diagnostic = new vscode.Diagnostic(
    tree.ranges(finding.file)(finding.span),
    localize(finding.message),
    SEVERITIES[finding.severity],
  );
  diagnostic.source = SOURCE;
  diagnostic.code = { value: finding.rule, target: vscode.Uri.parse(ruleDocs(finding.rule)) };
  diagnostic.tags = finding.unnecessary ? [vscode.DiagnosticTag.Unnecessary] : [];
  diagnostic.relatedInformation = (finding.related ?? []).map(
    ({ file, span, message }) =>
      new vscode.DiagnosticRelatedInformation(
        new vscode.Location(tree.uri(file), tree.ranges(file)(span)),
        localize(message),
      ),
  );
  return diagnostic;
}

/** The same edits for VS Code; a file that the tree does not know is created with its content. */
export function toWorkspaceEdit(edits: readonly FileEdit[], tree: FileTree): vscode.WorkspaceEdit {
  const result = new vscode.WorkspaceEdit();
  addTo(result, edits, tree);
  return result;
}

/** Adds them to an edit of several trees; metadata is what a preview of it shows. */
export function addTo(
  result: vscode.WorkspaceEdit,
  edits: readonly FileEdit[],
  tree: FileTree,
  metadata?: vscode.WorkspaceEditEntryMetadata,
): void {
  for (const { file, edits: changes } of edits) {
    const uri = tree.uri(file);
    if (tree.files.has(file)) {
      const toRange = tree.ranges(file);
      result.set(
        uri,
        changes.map((change): [vscode.TextEdit, vscode.WorkspaceEditEntryMetadata | undefined] => [
          vscode.TextEdit.replace(toRange(change), change.newText),
          metadata,
        ]),
      );
    } else {
      const text = changes.map(({ newText }) => newText).join("");
      // Another fix may have made an ignore file meanwhile: entries can stand before others.
      result.createFile(uri, { ignoreIfExists: nameOf(file) === ".gitignore" }, metadata);
      result.insert(uri, new vscode.Position(0, 0), text, metadata);
    }
  }
}
