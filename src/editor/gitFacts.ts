import * as vscode from "vscode";
import { isConfigFile, isEnvFile, type RepositoryFacts } from "../core/index.ts";
import { exists, readText } from "./disk.ts";
import type { FileTree } from "./fileTree.ts";
import { indexOf, readIndex } from "./gitIndex.ts";

/** The part of the built-in git extension's API, version 1, that is used here. */
interface GitApi {
  readonly onDidOpenRepository: vscode.Event<GitRepository>;
  getRepository(uri: vscode.Uri): GitRepository | null;
}

interface GitRepository {
  readonly rootUri: vscode.Uri;
  /** Of absolute paths, those that git ignores; files that it tracks are never among them. */
  checkIgnore?(paths: string[]): Promise<Set<string>>;
}

/** Facts, and the file that tells when git begins or ceases to track something. */
export interface GitFacts extends RepositoryFacts {
  readonly index: vscode.Uri;
}

/** Facts for a folder, or undefined where no git repository holds it. */
export async function readGitFacts(tree: FileTree): Promise<GitFacts | undefined> {
  const git = await gitRepository(tree.root);
  const top = git?.rootUri ?? (await findTop(tree.root));
  if (!top) return undefined;
  const [ignored, index, inherited] = await Promise.all([
    git ? askGit(git, tree) : new Set<string>(),
    indexOf(top),
    readInherited(top, tree),
  ]);
  const tracked = await readIndex(index);
  return { root: tree.path(top) ?? "", ignored, tracked, index, ...inherited };
}

async function gitRepository(folder: vscode.Uri): Promise<GitRepository | undefined> {
  return (await gitApi())?.getRepository(folder) ?? undefined;
}

async function gitApi(): Promise<GitApi | undefined> {
  try {
    const extension = vscode.extensions.getExtension<{ getAPI(version: 1): GitApi }>("vscode.git");
    return (await extension?.activate())?.getAPI(1);
  } catch {
    // Git is turned off, not installed, or in another extension host: ignore files are read instead.
    return undefined;
  }
}

/** Tells of every repository that git finds later than the workspace was read. */
export function onDidOpenRepository(listener: () => void): vscode.Disposable {
  let subscription: vscode.Disposable | undefined;
  let isDisposed = false;
  void gitApi().then((git) => {
    if (!isDisposed) subscription = git?.onDidOpenRepository(listener);
  });
  return {
    dispose() {
      isDisposed = true;
      subscription?.dispose();
    },
  };
}

async function askGit(git: GitRepository, tree: FileTree): Promise<ReadonlySet<string>> {
  const byFsPath = new Map(
    [...tree.files.keys()]
      .filter((path) => isEnvFile(path) || isConfigFile(path))
      .map((path) => [tree.uri(path).fsPath, path] as const),
  );
  if (byFsPath.size === 0 || !git.checkIgnore) return new Set();
  try {
    const ignored = await git.checkIgnore([...byFsPath.keys()]);
    return new Set([...ignored].flatMap((fsPath) => byFsPath.get(fsPath) ?? []));
  } catch {
    return new Set();
  }
}

async function findTop(folder: vscode.Uri): Promise<vscode.Uri | undefined> {
  const above = [folder];
  for (let uri = folder; uri.path !== "/" && uri.path !== ""; ) {
    uri = vscode.Uri.joinPath(uri, "..");
    above.push(uri);
  }
  const found = await Promise.all(above.map((uri) => exists(vscode.Uri.joinPath(uri, ".git"))));
  return above.find((_, at) => found[at]);
}

async function readInherited(
  top: vscode.Uri,
  tree: FileTree,
): Promise<Pick<RepositoryFacts, "prefix" | "inherited">> {
  const inherited = new Map<string, string>();
  const base = top.path.endsWith("/") ? top.path : `${top.path}/`;
  if (!tree.root.path.startsWith(base)) return { prefix: "", inherited };
  const folders = tree.root.path.slice(base.length).split("/").filter(Boolean);
  for (const depth of folders.keys()) {
    const path = [...folders.slice(0, depth), ".gitignore"].join("/");
    const text = await readText(vscode.Uri.joinPath(top, path));
    if (text !== undefined) inherited.set(path, text);
  }
  return { prefix: folders.map((name) => `${name}/`).join(""), inherited };
}
