import * as vscode from "vscode";
import { gitFolderIn, ignoresCase, trackedEnvFiles } from "../core/index.ts";
import { readBytes, readText } from "./disk.ts";

/** True for the top folder of a repository: one with a folder `.git`, or a file that names another. */
export async function isTop(folder: vscode.Uri): Promise<boolean> {
  const file = vscode.Uri.joinPath(folder, ".git");
  const type = await vscode.workspace.fs.stat(file).then(
    (stat) => stat.type,
    () => vscode.FileType.Unknown,
  );
  if ((type & vscode.FileType.Directory) !== 0) return true;
  if ((type & vscode.FileType.File) === 0) return false;
  return gitFolderIn((await readText(file)) ?? "") !== undefined;
}

/** The index of the repository with this top folder, whether it is there yet or not. */
export async function indexOf(top: vscode.Uri): Promise<vscode.Uri> {
  const file = vscode.Uri.joinPath(top, ".git");
  const folder = gitFolderIn((await readText(file)) ?? "");
  const named =
    folder === undefined || isOnOtherMachine(folder) ? undefined : folderFrom(top, folder);
  return vscode.Uri.joinPath(named && isBelieved(named) ? named : file, "index");
}

/** Windows would tell a server with such a name who the person is. */
function isOnOtherMachine(folder: string): boolean {
  return /^[\\/]{2}/.test(folder);
}

/**
 * Where the repository of a worktree or a submodule lies, a file in the workspace says: in one that is
 * not trusted it is believed of places in the workspace alone.
 */
function isBelieved(folder: vscode.Uri): boolean {
  return vscode.workspace.isTrusted || vscode.workspace.getWorkspaceFolder(folder) !== undefined;
}

/** Whether git takes names that differ in case for one in the repository with this index. */
export async function readIgnoresCase(index: vscode.Uri): Promise<boolean> {
  const own = vscode.Uri.joinPath(index, "..");
  // A worktree's settings are those of the repository that it was made from.
  const common = (await readText(vscode.Uri.joinPath(own, "commondir")))?.trimEnd();
  const folder = common && !isOnOtherMachine(common) ? folderFrom(own, common) : own;
  const config = vscode.Uri.joinPath(isBelieved(folder) ? folder : own, "config");
  return ignoresCase((await readText(config)) ?? "");
}

/** No project has as many files: this one would only take memory. */
const MOST_BYTES = 256 * 1024 * 1024;

/** The env files that an index lists, or undefined where it tells nothing. */
export async function readIndex(index: vscode.Uri): Promise<ReadonlySet<string> | undefined> {
  try {
    const bytes = await readBytes(index, MOST_BYTES);
    return bytes && trackedEnvFiles(bytes);
  } catch {
    return undefined;
  }
}

function folderFrom(top: vscode.Uri, folder: string): vscode.Uri {
  if (folder.startsWith("/")) return top.with({ path: folder });
  const isDrive = /^[A-Za-z]:[\\/]/.test(folder);
  return isDrive ? top.with({ path: `/${folder}` }) : vscode.Uri.joinPath(top, folder);
}
