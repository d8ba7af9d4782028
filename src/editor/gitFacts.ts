import * as vscode from "vscode";
import {
  innermost,
  mayBePrivate,
  nameOf,
  type OuterRepository,
  type RepositoryFacts,
  repositoryOn,
} from "../core/index.ts";
import { readText } from "./disk.ts";
import type { FileTree } from "./fileTree.ts";
import { indexOf, isTop, readIgnoresCase, readIndex } from "./gitIndex.ts";

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

/** Facts, and the files that tell when git begins or ceases to track something. */
export interface GitFacts extends RepositoryFacts {
  readonly indexes: readonly vscode.Uri[];
}

/** A repository, and what the git extension knows of it where it does. */
interface Found {
  readonly top: vscode.Uri;
  readonly git: GitRepository | undefined;
}

/**
 * Facts for a folder, or undefined where no git repository has to do with it. `roots` are the tops of
 * the repositories inside it, workspace-relative.
 */
export async function readGitFacts(
  tree: FileTree,
  roots: readonly string[],
): Promise<GitFacts | undefined> {
  const api = await gitApi();
  const outer = await findAround(tree.root, api);
  if (!outer && roots.length === 0) return undefined;
  const ignoreFiles = await ignoreFilesOnDisk(tree);
  const paths = [...tree.files.keys()].filter(mayBePrivate);
  const read = (found: Found, root: string | undefined) =>
    readRepository(
      found,
      tree,
      paths.filter((path) => innermost(path, roots) === root),
    );
  const around = outer && {
    ...(await read(outer, undefined)),
    ...(await readInherited(outer.top, tree)),
  };
  const nested = await Promise.all(
    roots.map(async (root) => ({ root, ...(await read(findAt(tree.uri(root), api), root)) })),
  );
  const all = [...(around ? [around] : []), ...nested];
  // What the ignore files show is left to them: they may be edited, and git reads the disk.
  const shown = repositoryOn(ignoreFiles, { around, nested, ignored: new Set() });
  const ignored = all.flatMap((each) => each.ignored).filter((path) => !shown.isIgnored(path));
  return {
    around,
    nested,
    ignored: new Set(ignored),
    indexes: all.map(({ index }) => index),
  };
}

/** The ignore files as git reads them, without what is unsaved. */
async function ignoreFilesOnDisk(tree: FileTree): Promise<ReadonlyMap<string, string>> {
  const texts = new Map([...tree.files].filter(([path]) => nameOf(path) === ".gitignore"));
  const unsaved = vscode.workspace.textDocuments.filter(({ isDirty }) => isDirty);
  for (const { uri } of unsaved) {
    const path = tree.path(uri);
    if (path === undefined || !texts.has(path)) continue;
    texts.set(path, (await readText(uri)) ?? "");
  }
  return texts;
}

async function readRepository({ top, git }: Found, tree: FileTree, paths: readonly string[]) {
  const index = await indexOf(top);
  const ignored = git ? await askGit(git, tree, paths) : [];
  const [tracked, ignoresCase] = await Promise.all([readIndex(index), readIgnoresCase(index)]);
  return { index, ignored, tracked, ignoresCase };
}

/** The nearest repository at or above a folder, though the git extension may know only one further up. */
async function findAround(folder: vscode.Uri, api: GitApi | undefined): Promise<Found | undefined> {
  const git = api?.getRepository(folder) ?? undefined;
  const top = await findTop(folder);
  if (git && !(top && isBelow(top, git.rootUri))) return { top: git.rootUri, git };
  return top && { top, git: undefined };
}

/** The repository with this top; of one around it the git extension would tell too. */
function findAt(top: vscode.Uri, api: GitApi | undefined): Found {
  const git = api?.getRepository(top);
  return { top, git: git && git.rootUri.toString() === top.toString() ? git : undefined };
}

function isBelow(uri: vscode.Uri, folder: vscode.Uri): boolean {
  return uri.toString().startsWith(`${folder.toString().replace(/\/$/, "")}/`);
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

async function askGit(
  git: GitRepository,
  tree: FileTree,
  paths: readonly string[],
): Promise<readonly string[]> {
  const byFsPath = new Map(paths.map((path) => [tree.uri(path).fsPath, path] as const));
  if (byFsPath.size === 0 || !git.checkIgnore) return [];
  try {
    const ignored = await git.checkIgnore([...byFsPath.keys()]);
    return [...ignored].flatMap((fsPath) => byFsPath.get(fsPath) ?? []);
  } catch {
    return [];
  }
}

async function findTop(folder: vscode.Uri): Promise<vscode.Uri | undefined> {
  const above = [folder];
  for (let uri = folder; uri.path !== "/" && uri.path !== ""; ) {
    uri = vscode.Uri.joinPath(uri, "..");
    above.push(uri);
  }
  const found = await Promise.all(above.map(isTop));
  return above.find((_, at) => found[at]);
}

async function readInherited(
  top: vscode.Uri,
  tree: FileTree,
): Promise<Pick<OuterRepository, "prefix" | "inherited">> {
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
