import * as vscode from "vscode";
import { isRelevantFile, isSkippedFolder, SKIPPED_FOLDERS } from "../core/index.ts";
import type { FileTree } from "./fileTree.ts";

/** Files that decide most come first, so that their findings do not wait for all the sources. */
const GLOBS = [
  "**/{.env,.env.*,*.env,.envrc,.dev.vars,.dev.vars.*,package.json,.gitignore}",
  "**/{package-lock.json,npm-shrinkwrap.json,pnpm-lock.yaml,yarn.lock,bun.lock}",
  "**/*.{ts,tsx,mts,cts,js,jsx,mjs,cjs}",
];

const EXCLUDE = `**/{${SKIPPED_FOLDERS.join(",")}}/**`;

/** Larger files are not read while they are closed: no secret is written into one by hand. */
const MOST_BYTES = 4 * 1024 * 1024;

/** Files read at once: enough to keep a disk busy, few enough to leave the editor its turn. */
const BATCH = 64;

/** Reads every file of the folder that the rules need, except those open in an editor. */
export async function scan(tree: FileTree, isOpen: (uri: vscode.Uri) => boolean): Promise<void> {
  for (const glob of GLOBS) {
    const uris = await vscode.workspace.findFiles(
      new vscode.RelativePattern(tree.root, glob),
      EXCLUDE,
    );
    for (let at = 0; at < uris.length; at += BATCH) {
      const batch = uris.slice(at, at + BATCH).filter((uri) => !isOpen(uri));
      await Promise.all(batch.map((uri) => reread(tree, uri)));
    }
  }
}

/** Takes a file's text from the disk; a file that is gone, or cannot be read as text, is left out. */
export async function reread(tree: FileTree, uri: vscode.Uri): Promise<void> {
  const path = tree.path(uri);
  if (path === undefined || !isRelevantFile(path) || isSkipped(path)) return;
  tree.set(path, await readText(uri));
}

export function isSkipped(path: string): boolean {
  return path.split("/").some(isSkippedFolder);
}

/** A file's text as an editor would show it, or undefined where there is none to show. */
export async function readText(uri: vscode.Uri): Promise<string | undefined> {
  try {
    const { type, size } = await vscode.workspace.fs.stat(uri);
    if ((type & vscode.FileType.File) === 0 || size > MOST_BYTES) return undefined;
    const bytes = await vscode.workspace.fs.readFile(uri);
    return bytes.includes(0) ? undefined : new TextDecoder().decode(bytes);
  } catch {
    return undefined;
  }
}
