import * as vscode from "vscode";

/** A folder as people know it: VS Code itself gives the whole path for one that is open. */
export function folderName(uri: vscode.Uri, includesWorkspaceFolder?: boolean): string {
  const opened = vscode.workspace.getWorkspaceFolder(uri);
  return opened?.uri.toString() === uri.toString()
    ? opened.name
    : vscode.workspace.asRelativePath(uri, includesWorkspaceFolder);
}
