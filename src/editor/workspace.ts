import * as vscode from "vscode";
import { isRelevantFile } from "../core/index.ts";
import { textOf } from "./byteOrderMark.ts";
import { FileTree } from "./fileTree.ts";
import { FolderReader, isSkipped } from "./folderReader.ts";
import { onDidOpenRepository } from "./gitFacts.ts";
import type { Platform } from "./platform.ts";
import { SECTION } from "./settings.ts";

/** Where a document belongs: the tree that knows it and its path there. */
export interface Place {
  readonly tree: FileTree;
  readonly path: string;
}

/** Documents outside every workspace folder are looked at only where they are real files. */
const LOOSE_SCHEMES = new Set(["file", "vscode-remote", "vscode-vfs", "untitled"]);

/** A tree, and what keeps it as new as the disk where it is a folder of the workspace. */
interface Entry {
  readonly tree: FileTree;
  readonly reader?: FolderReader;
}

/** All trees: one for each workspace folder, and one for each folder of a file opened without. */
export class Workspace implements vscode.Disposable {
  readonly #entries = new Map<string, Entry>();
  readonly #added = new vscode.EventEmitter<FileTree>();
  readonly #removed = new vscode.EventEmitter<FileTree>();
  readonly #changed = new vscode.EventEmitter<FileTree>();
  readonly #subscriptions: vscode.Disposable;
  readonly #log: vscode.LogOutputChannel;
  readonly #platform: Platform | undefined;
  /** Documents that were open before and are not looked at yet. */
  #unshown: readonly vscode.TextDocument[] = [];

  readonly onDidAddTree = this.#added.event;
  readonly onDidRemoveTree = this.#removed.event;
  /** Fires at once with a tree in which a text, a setting or a git fact has changed. */
  readonly onDidChange = this.#changed.event;

  constructor(log: vscode.LogOutputChannel, platform: Platform | undefined) {
    this.#log = log;
    this.#platform = platform;
    const { workspace } = vscode;
    this.#subscriptions = vscode.Disposable.from(
      this.#added,
      this.#removed,
      this.#changed,
      workspace.onDidOpenTextDocument((document) => this.#show(document)),
      workspace.onDidChangeTextDocument(({ document }) => this.#show(document)),
      workspace.onDidCloseTextDocument((document) => this.#hide(document)),
      workspace.onDidChangeWorkspaceFolders(({ added, removed }) => {
        for (const folder of removed) this.#remove(folder.uri);
        for (const folder of added) this.#addFolder(folder);
        // A folder that lies in another takes files over, or gives them back.
        this.#restart();
      }),
      workspace.onDidChangeConfiguration((event) => this.#reconfigure(event)),
      onDidOpenRepository(() => this.#refreshGit()),
      // What was passed over while it was not trusted.
      workspace.onDidGrantWorkspaceTrust(() => this.#restart()),
    );
  }

  /** Begins to read; who listens to `onDidAddTree` must do so before. */
  open(): void {
    for (const folder of vscode.workspace.workspaceFolders ?? []) this.#addFolder(folder);
    // Looking at them loads the core, for which activating does not wait; who asks first does.
    this.#unshown = vscode.workspace.textDocuments;
    setTimeout(() => this.#showOpened());
  }

  #showOpened(): void {
    const documents = this.#unshown;
    this.#unshown = [];
    for (const document of documents) if (!document.isClosed) this.#show(document);
  }

  dispose(): void {
    this.#subscriptions.dispose();
    this.#unshown = [];
    for (const { reader, tree } of this.#entries.values()) {
      reader?.dispose();
      tree.dispose();
    }
  }

  /** Every tree, those of files opened without a folder too. */
  get trees(): readonly FileTree[] {
    this.#showOpened();
    return [...this.#entries.values()].map(({ tree }) => tree);
  }

  /** The trees of the workspace's own folders. */
  get folderTrees(): readonly FileTree[] {
    return [...this.#entries.values()].flatMap(({ tree, reader }) => (reader ? tree : []));
  }

  /** Where a URI belongs, or undefined for one that no rule looks at. */
  find(uri: vscode.Uri): Place | undefined {
    this.#showOpened();
    const root = rootOf(uri);
    const tree = root && this.#entries.get(root.toString())?.tree;
    const path = tree?.path(uri);
    return tree && path !== undefined ? { tree, path } : undefined;
  }

  /** Resolves when all files of a tree were read at least once. */
  async whenRead(tree: FileTree): Promise<void> {
    await this.#readerOf(tree)?.whenRead;
  }

  /** Reads all files of a tree anew, for who cannot wait for the file system to tell of a change. */
  async reread(tree: FileTree): Promise<void> {
    const reader = this.#readerOf(tree);
    reader?.restart();
    await reader?.whenRead;
  }

  async rereadFiles(tree: FileTree, paths: readonly string[]): Promise<void> {
    const reader = this.#readerOf(tree);
    await Promise.all(paths.map((path) => reader?.reread(tree.uri(path))));
  }

  async rereadFolder(tree: FileTree, folder: string): Promise<void> {
    await this.#readerOf(tree)?.rereadFolder(folder);
  }

  /** The same without what git says, which takes a program's start: that is what is returned. */
  async rereadTexts(tree: FileTree, folder: string): Promise<{ readonly git: Promise<void> }> {
    const reader = this.#readerOf(tree);
    await reader?.rereadTexts(folder);
    return { git: reader?.refreshGit() ?? Promise.resolve() };
  }

  #readerOf({ root }: FileTree): FolderReader | undefined {
    return this.#entries.get(root.toString())?.reader;
  }

  #addFolder({ uri }: vscode.WorkspaceFolder): void {
    const tree = this.#newTree(uri);
    const reader = new FolderReader(tree, this.#platform);
    this.#entries.set(uri.toString(), { tree, reader });
    void reader.whenRead.then(() =>
      this.#log.info(`${uri.path}: ${tree.files.size} files kept after the first look`),
    );
  }

  #addLoose(root: vscode.Uri): FileTree {
    const tree = this.#newTree(root);
    this.#entries.set(root.toString(), { tree });
    return tree;
  }

  #newTree(root: vscode.Uri): FileTree {
    const tree = new FileTree(root);
    // Ends with the tree, whose own emitter goes when it does.
    tree.onDidChange(() => this.#changed.fire(tree));
    this.#added.fire(tree);
    return tree;
  }

  #remove(root: vscode.Uri): void {
    const entry = this.#entries.get(root.toString());
    if (!entry) return;
    this.#entries.delete(root.toString());
    entry.reader?.dispose();
    this.#removed.fire(entry.tree);
    entry.tree.dispose();
    this.#changed.fire(entry.tree);
  }

  #restart(): void {
    for (const { reader } of this.#entries.values()) reader?.restart();
  }

  #refreshGit(): void {
    for (const { reader } of this.#entries.values()) void reader?.refreshGit();
  }

  #show(document: vscode.TextDocument): void {
    const root = isRelevantFile(document.uri.path) ? rootOf(document.uri) : undefined;
    if (!root) return;
    const tree = this.#entries.get(root.toString())?.tree ?? this.#addLoose(root);
    const path = tree.path(document.uri);
    if (path === undefined || isSkipped(path)) return;
    tree.set(path, textOf(document, tree.files.get(path)));
  }

  #hide({ uri }: vscode.TextDocument): void {
    const place = this.find(uri);
    if (!place) return;
    const reader = this.#readerOf(place.tree);
    if (reader) void reader.reread(uri);
    else this.#closeLoose(place);
  }

  #closeLoose({ tree, path }: Place): void {
    tree.set(path, undefined);
    if (tree.files.size === 0) this.#remove(tree.root);
  }

  #reconfigure(event: vscode.ConfigurationChangeEvent): void {
    for (const { tree, reader } of this.#entries.values()) {
      if (!event.affectsConfiguration(SECTION, tree.root)) continue;
      tree.reloadSettings();
      reader?.restart();
    }
    for (const document of vscode.workspace.textDocuments) this.#lookAgain(document);
  }

  #lookAgain(document: vscode.TextDocument): void {
    const place = this.find(document.uri);
    const reader = place && this.#readerOf(place.tree);
    if (reader) void reader.reread(document.uri);
    else this.#show(document);
  }
}

function rootOf(uri: vscode.Uri): vscode.Uri | undefined {
  const folder = vscode.workspace.getWorkspaceFolder(uri)?.uri;
  return folder ?? (LOOSE_SCHEMES.has(uri.scheme) ? vscode.Uri.joinPath(uri, "..") : undefined);
}
