import * as vscode from "vscode";

/** Control characters, and those that turn the direction of the text after them. */
const UNSEEN = /[\p{Cc}\u2028\u2029\u202A-\u202E\u2066-\u2069]/gu;

/** Ends the label of a Markdown link; a joiner, which nobody sees, between the two ends the link. */
const LINK = /\](?=\()/g;

/**
 * A text that others have written, as a part of a message: VS Code makes links of `[…](command:…)` in
 * notifications, and a click on one runs the command. A file may be called so.
 */
export function plainText(text: string): string {
  return text.replace(UNSEEN, "\uFFFD").replace(LINK, "]\u2060");
}

/** The same for Markdown: what is in here is text, whatever stands in it. */
export function codeSpan(text: string): string {
  const plain = plainText(text);
  const longest = Math.max(0, ...(plain.match(/`+/g) ?? []).map(({ length }) => length));
  const fence = "`".repeat(longest + 1);
  const padding = longest > 0 ? " " : "";
  return fence + padding + plain + padding + fence;
}

/**
 * A file or folder as people know it, from the folder of the workspace on, which goes by its own name;
 * to be shown, never to be opened.
 */
export function shownName(uri: vscode.Uri, includesWorkspaceFolder?: boolean): string {
  const opened = vscode.workspace.getWorkspaceFolder(uri);
  const isOpened = opened?.uri.toString() === uri.toString();
  return plainText(
    isOpened ? opened.name : vscode.workspace.asRelativePath(uri, includesWorkspaceFolder),
  );
}
