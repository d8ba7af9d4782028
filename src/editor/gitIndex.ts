import * as vscode from "vscode";
import { gitFolderIn, trackedEnvFiles } from "../core/index.ts";
import { readText } from "./disk.ts";

/** The index of the repository with this top folder, whether it is there yet or not. */
export async function indexOf(top: vscode.Uri): Promise<vscode.Uri> {
  const file = vscode.Uri.joinPath(top, ".git");
  const folder = gitFolderIn((await readText(file)) ?? "");
  return vscode.Uri.joinPath(folder === undefined ? file : folderFrom(top, folder), "index");
}

/** The env files that an index lists, or undefined where it tells nothing. */
export async function readIndex(index: vscode.Uri): Promise<ReadonlySet<string> | undefined> {
  try {
    return trackedEnvFiles(await vscode.workspace.fs.readFile(index));
  } catch {
    return undefined;
  }
}

function folderFrom(top: vscode.Uri, folder: string): vscode.Uri {
  if (folder.startsWith("/")) return top.with({ path: folder });
  const isDrive = /^[A-Za-z]:[\\/]/.test(folder);
  return isDrive ? top.with({ path: `/${folder}` }) : vscode.Uri.joinPath(top, folder);
}
