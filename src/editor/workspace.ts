import * as vscode from "vscode";
import { isEnvFile, isRelevantFile, isScriptFile, joinPath, nameOf } from "../core/index.ts";
import { FileTree } from "./fileTree.ts";
import { onDidOpenRepository, readGitFacts } from "./gitFacts.ts";
import { isSkipped, reread, scan } from "./scan.ts";
import { SECTION } from "./settings.ts";

/** Where a document belongs: the tree that knows it and its path there. */
export interface Place {
  readonly tree: FileTree;
  readonly path: string;
}

const WATCHED =
  "**/{.env,.env.*,*.env,.envrc,.dev.vars,.dev.vars.*,package.json,.gitignore,*.lock,*-lock.json,*-lock.yaml,npm-shrinkwrap.json,*.ts,*.tsx,*.mts,*.cts,*.js,*.jsx,*.mjs,*.cjs}";

/** Documents outside every workspace folder are looked at only where they are real files. */
const LOOSE_SCHEMES = new Set(["file", "vscode-remote", "vscode-vfs", "untitled"]);

/** All trees: one for each workspace folder, and one for each folder of a file opened without. */
export class Workspace implements vscode.Disposable {
  readonly #trees = new Map<string, FileTree>();
  readonly #watchers = new Map<string, vscode.Disposable>();
  readonly #readings = new Map<string, Promise<void>>();
  readonly #added = new vscode.EventEmitter<FileTree>();
  readonly #removed = new vscode.EventEmitter<FileTree>();
  readonly #subscriptions: vscode.Disposable;
  readonly #log: vscode.LogOutputChannel;

  readonly onDidAddTree = this.#added.event;
  readonly onDidRemoveTree = this.#removed.event;

  constructor(log: vscode.LogOutputChannel) {
    this.#log = log;
    const { workspace } = vscode;
    this.#subscriptions = vscode.Disposable.from(
      this.#added,
      this.#removed,
      workspace.onDidOpenTextDocument((document) => this.#show(document)),
      workspace.onDidChangeTextDocument(({ document }) => this.#show(document)),
      workspace.onDidCloseTextDocument((document) => this.#hide(document)),
      workspace.onDidChangeWorkspaceFolders(({ added, removed }) => {
        for (const folder of removed) this.#remove(folder.uri);
        for (const folder of added) this.#addFolder(folder);
      }),
      workspace.onDidChangeConfiguration((event) => this.#reconfigure(event)),
      onDidOpenRepository(() => this.trees.forEach((tree) => void this.#refreshGit(tree))),
    );
  }

  /** Begins to read; who listens to `onDidAddTree` must do so before. */
  open(): void {
    for (const folder of vscode.workspace.workspaceFolders ?? []) this.#addFolder(folder);
    for (const document of vscode.workspace.textDocuments) this.#show(document);
  }

  dispose(): void {
    this.#subscriptions.dispose();
    for (const watcher of this.#watchers.values()) watcher.dispose();
    for (const tree of this.#trees.values()) tree.dispose();
  }

  get trees(): readonly FileTree[] {
    return [...this.#trees.values()];
  }

  /** Where a URI belongs, or undefined for one that no rule looks at. */
  find(uri: vscode.Uri): Place | undefined {
    const folder = vscode.workspace.getWorkspaceFolder(uri)?.uri ?? looseRoot(uri);
    const tree = folder && this.#trees.get(folder.toString());
    const path = tree?.path(uri);
    return tree && path !== undefined ? { tree, path } : undefined;
  }

  /** The trees of the workspace's own folders. */
  get folderTrees(): readonly FileTree[] {
    return this.trees.filter(({ root }) => this.#readings.has(root.toString()));
  }

  /** Resolves when all files of a tree were read at least once. */
  async whenRead({ root }: FileTree): Promise<void> {
    await this.#readings.get(root.toString());
  }

  /** Takes what was just written at once, without waiting for the file system to tell. */
  async refresh({ tree, path }: Place): Promise<void> {
    const uri = tree.uri(path);
    if (!this.#isOpen(uri)) await reread(tree, uri);
    await this.#refreshGit(tree);
  }

  /** Reads a folder's own files anew: the file system may not have told of the last change yet. */
  async rereadFolder(tree: FileTree, folder: string): Promise<void> {
    const entries = await vscode.workspace.fs.readDirectory(tree.uri(folder)).then(
      (found) => found,
      () => [],
    );
    const uris = entries
      .filter(([name]) => isRelevantFile(name) && !isScriptFile(name))
      .map(([name]) => tree.uri(joinPath(folder, name)));
    await Promise.all(uris.filter((uri) => !this.#isOpen(uri)).map((uri) => reread(tree, uri)));
    await this.#refreshGit(tree);
  }

  #treeOf(uri: vscode.Uri): FileTree | undefined {
    const folder = vscode.workspace.getWorkspaceFolder(uri)?.uri ?? looseRoot(uri);
    return folder && (this.#trees.get(folder.toString()) ?? this.#add(folder));
  }

  #add(root: vscode.Uri): FileTree {
    const tree = new FileTree(root);
    this.#trees.set(root.toString(), tree);
    this.#added.fire(tree);
    return tree;
  }

  #addFolder({ uri }: vscode.WorkspaceFolder): void {
    const tree = this.#add(uri);
    this.#watchers.set(uri.toString(), this.#watch(tree));
    this.#startReading(tree);
  }

  #startReading(tree: FileTree): void {
    this.#readings.set(tree.root.toString(), this.#read(tree));
  }

  async #read(tree: FileTree): Promise<void> {
    await scan(tree, (uri) => this.#isOpen(uri));
    await this.#refreshGit(tree);
    this.#log.info(`${tree.root.path}: ${tree.files.size} files read`);
  }

  #watch(tree: FileTree): vscode.Disposable {
    const pattern = new vscode.RelativePattern(tree.root, WATCHED);
    const watcher = vscode.workspace.createFileSystemWatcher(pattern);
    const changed = (uri: vscode.Uri) => this.#changedOnDisk(tree, uri);
    watcher.onDidCreate(changed);
    watcher.onDidChange(changed);
    watcher.onDidDelete(changed);
    return watcher;
  }

  async #changedOnDisk(tree: FileTree, uri: vscode.Uri): Promise<void> {
    const path = tree.path(uri);
    if (path === undefined || isSkipped(path)) return;
    if (isEnvFile(path) || nameOf(path) === ".gitignore") await this.refresh({ tree, path });
    else if (!this.#isOpen(uri)) await reread(tree, uri);
  }

  async #refreshGit(tree: FileTree): Promise<void> {
    tree.setGitFacts(await readGitFacts(tree));
  }

  #remove(root: vscode.Uri): void {
    const key = root.toString();
    const tree = this.#trees.get(key);
    this.#trees.delete(key);
    this.#watchers.get(key)?.dispose();
    this.#watchers.delete(key);
    this.#readings.delete(key);
    if (tree) this.#removed.fire(tree);
    tree?.dispose();
  }

  #isOpen(uri: vscode.Uri): boolean {
    const key = uri.toString();
    return vscode.workspace.textDocuments.some((document) => document.uri.toString() === key);
  }

  #show(document: vscode.TextDocument): void {
    if (!isRelevantFile(document.uri.path)) return;
    const tree = this.#treeOf(document.uri);
    const path = tree?.path(document.uri);
    if (tree && path !== undefined && !isSkipped(path)) tree.set(path, document.getText());
  }

  #hide({ uri }: vscode.TextDocument): void {
    const place = this.find(uri);
    if (!place) return;
    if (vscode.workspace.getWorkspaceFolder(uri)) void reread(place.tree, uri);
    else this.#closeLoose(place);
  }

  #closeLoose({ tree, path }: Place): void {
    tree.set(path, undefined);
    if (tree.files.size === 0) this.#remove(tree.root);
  }

  #reconfigure(event: vscode.ConfigurationChangeEvent): void {
    for (const tree of this.trees) {
      if (!event.affectsConfiguration(SECTION, tree.root)) continue;
      tree.reloadSettings();
      // Files that the old settings left out were not kept.
      if (this.#watchers.has(tree.root.toString())) this.#startReading(tree);
    }
    for (const document of vscode.workspace.textDocuments) this.#show(document);
  }
}

function looseRoot(uri: vscode.Uri): vscode.Uri | undefined {
  return LOOSE_SCHEMES.has(uri.scheme) ? vscode.Uri.joinPath(uri, "..") : undefined;
}
