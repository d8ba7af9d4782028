import * as vscode from "vscode";
import {
  isEnvFile,
  isRelevantFile,
  isScriptFile,
  isSkippedFolder,
  joinPath,
  nameOf,
} from "../core/index.ts";
import { textOf } from "./byteOrderMark.ts";
import { asGitReads, entriesOf, exists, readText, scan } from "./disk.ts";
import type { FileTree } from "./fileTree.ts";
import { type GitFacts, readGitFacts } from "./gitFacts.ts";
import { readIndex } from "./gitIndex.ts";
import { watchIndex } from "./indexWatcher.ts";
import { NestedRepositories } from "./nestedRepositories.ts";
import { Newest } from "./newest.ts";
import { foldersToSearch, MOST_SEARCHES } from "./newFolders.ts";
import { noLongerThan, OneAtATime } from "./oneAtATime.ts";
import type { Platform } from "./platform.ts";

/** Milliseconds that anything waits for git, which may hang: its answer is taken when it comes. */
const GIT_PATIENCE = 5000;

/** What a look at a file came to; the text of one that is open is not read. */
interface OnDisk {
  readonly isGone: boolean;
  readonly text?: string | undefined;
}

/** Keeps a tree's texts as new as the disk, except those of open documents, and its git facts. */
export class FolderReader implements vscode.Disposable {
  readonly #tree: FileTree;
  readonly #platform: Platform | undefined;
  readonly #watching: vscode.Disposable;
  #reading: Promise<void>;
  readonly #texts = new Newest<OnDisk>();
  readonly #askingGit = new OneAtATime(() => this.#askGit());
  /** How many folders are being searched for what came with them. */
  #searches = 0;
  /** Told while so many were searched: they are searched together. */
  readonly #newFolders = new Set<string>();
  readonly #searching = new OneAtATime(() => this.#searchNewFolders());
  readonly #nested = new NestedRepositories();
  #git: GitFacts | undefined;
  #watchingIndexes: vscode.Disposable | undefined;
  #hasBegun = false;
  #isDisposed = false;

  constructor(tree: FileTree, platform: Platform | undefined) {
    this.#tree = tree;
    this.#platform = platform;
    this.#watching = vscode.Disposable.from(
      this.#watch(),
      tree.onDidWant((paths) => void this.#rereadAll(paths.map((path) => tree.uri(path)))),
    );
    // Not in the turn of whoever opens the folder: reading begins with loading the core.
    this.#reading = new Promise<void>((resolve) => setTimeout(resolve)).then(() => {
      this.#hasBegun = true;
      return this.#readAll();
    });
  }

  dispose(): void {
    this.#isDisposed = true;
    this.#watching.dispose();
    this.#watchingIndexes?.dispose();
  }

  /** Resolves when all files were read at least once. */
  get whenRead(): Promise<void> {
    return this.#reading;
  }

  /** Reads all anew: after a change of settings or folders, other files may be wanted. */
  restart(): void {
    if (this.#hasBegun) this.#reading = this.#readAll();
  }

  async #readAll(): Promise<void> {
    await this.#rereadAll([...this.#tree.files.keys()].map((path) => this.#tree.uri(path)));
    await scan(this.#tree.root, (uris) => this.#rereadAll(uris));
    await this.refreshGit();
  }

  /** Reads a folder's own files anew: the file system may not have told of the last change yet. */
  async rereadFolder(folder: string): Promise<void> {
    await this.rereadTexts(folder);
    await this.refreshGit();
  }

  async rereadTexts(folder: string): Promise<void> {
    const names = (await entriesOf(this.#tree.uri(folder))).map(([name]) => name);
    const wanted = names.filter((name) => isRelevantFile(name) && !isScriptFile(name));
    await this.#rereadAll(wanted.map((name) => this.#tree.uri(joinPath(folder, name))));
  }

  /** Takes a file's text as it is now: an open document's, which may be newer than the disk's. */
  async reread(uri: vscode.Uri): Promise<void> {
    const path = this.#tree.path(uri);
    if (path === undefined || !isRelevantFile(path) || isSkipped(path)) return;
    await this.#texts.ask(
      path,
      () => this.#look(uri),
      ({ isGone, text: onDisk }) => {
        // While it was read it may have been opened, and then the document knows better.
        const document = isGone ? undefined : openDocument(uri);
        const text = document ? textOf(document, this.#tree.files.get(path)) : onDisk;
        this.#tree.set(path, this.#owns(uri) ? text : undefined);
      },
    );
  }

  async #look(uri: vscode.Uri): Promise<OnDisk> {
    if (!this.#owns(uri)) return { isGone: true };
    // Documents outlive their files, for minutes where no editor shows them.
    if (openDocument(uri)) return { isGone: !(await exists(uri)) };
    return { isGone: false, text: await readText(uri, this.#platform) };
  }

  /** False for what lies in another folder of the workspace, inside this one. */
  #owns(uri: vscode.Uri): boolean {
    const folder = vscode.workspace.getWorkspaceFolder(uri);
    return folder?.uri.toString() === this.#tree.root.toString();
  }

  async #rereadAll(uris: readonly vscode.Uri[]): Promise<void> {
    await Promise.all(uris.map((uri) => this.reread(asGitReads(uri))));
  }

  async refreshGit(): Promise<void> {
    if (!this.#isDisposed) await noLongerThan(GIT_PATIENCE, this.#askingGit.run());
  }

  async #askGit(): Promise<void> {
    const facts = await readGitFacts(this.#tree, await this.#nested.rootsIn(this.#tree));
    if (this.#isDisposed) return;
    if (facts?.indexes.join() !== this.#git?.indexes.join()) {
      this.#watchingIndexes?.dispose();
      this.#watchingIndexes = vscode.Disposable.from(
        ...(facts?.indexes ?? []).map((index) =>
          watchIndex(index, this.#platform, () => void this.#compareIndex(index)),
        ),
      );
    }
    this.#git = facts;
    this.#tree.setGitFacts(facts);
  }

  /** Git writes its index at every turn, mostly with nothing in it that matters here. */
  async #compareIndex(index: vscode.Uri): Promise<void> {
    const at = this.#git?.indexes.findIndex((one) => one.toString() === index.toString()) ?? -1;
    const before = this.#git && trackedIn(this.#git)[at];
    const now = await readIndex(index);
    const isSame =
      before?.size === now?.size && [...(now ?? [])].every((path) => before?.has(path));
    // Who is still asking may have read it before.
    if (!isSame || this.#askingGit.isRunning) await this.refreshGit();
  }

  #watch(): vscode.Disposable {
    // Everything, not only the files that matter: of a folder that comes, goes or is renamed,
    // the editor names the folder alone.
    const pattern = new vscode.RelativePattern(this.#tree.root, "**");
    const watcher = vscode.workspace.createFileSystemWatcher(pattern);
    watcher.onDidCreate((uri) => this.#noteRepository(uri));
    watcher.onDidDelete((uri) => this.#noteRepository(uri));
    watcher.onDidCreate((uri) => this.#changed(asGitReads(uri)));
    watcher.onDidChange((uri) => this.#changed(asGitReads(uri)));
    watcher.onDidDelete((uri) => this.#deleted(asGitReads(uri)));
    return watcher;
  }

  async #changed(uri: vscode.Uri): Promise<void> {
    const path = this.#tree.path(uri);
    if (path === undefined || isSkipped(path)) return;
    if (!isRelevantFile(path) && !hasExtension(path)) await this.#readNewFolder(path, uri);
    else {
      // Where one of them is another file, that is seen when it is read.
      const inOtherCase = this.#tree.knownAt(path).filter((one) => one !== path);
      await this.#rereadAll([uri, ...inOtherCase.map((one) => this.#tree.uri(one))]);
    }
    if (isEnvFile(path) || nameOf(path) === ".gitignore") await this.refreshGit();
  }

  async #readNewFolder(path: string, uri: vscode.Uri): Promise<void> {
    const type = await vscode.workspace.fs.stat(uri).then(
      (stat) => stat.type,
      () => vscode.FileType.Unknown,
    );
    if (type !== vscode.FileType.Directory) return;
    if (this.#searches < MOST_SEARCHES) await this.#search(uri);
    else {
      this.#newFolders.add(path);
      await this.#searching.run();
    }
    await this.refreshGit();
  }

  async #searchNewFolders(): Promise<void> {
    const folders = foldersToSearch(this.#newFolders);
    this.#newFolders.clear();
    await Promise.all(folders.map((folder) => this.#search(this.#tree.uri(folder))));
  }

  async #search(folder: vscode.Uri): Promise<void> {
    this.#searches++;
    try {
      await scan(folder, (uris) => this.#rereadAll(uris));
    } finally {
      this.#searches--;
    }
  }

  async #noteRepository(uri: vscode.Uri): Promise<void> {
    if (nameOf(uri.path) !== ".git") return;
    this.#nested.forget();
    await this.refreshGit();
  }

  async #deleted(uri: vscode.Uri): Promise<void> {
    const deleted = this.#tree.path(uri);
    if (deleted === undefined || isSkipped(deleted)) return;
    const gone = this.#tree.knownAt(deleted);
    if (gone.length === 0) return;
    // Documents outlive their files: what is gone from the disk is gone, though one is open.
    for (const path of gone) this.#tree.set(path, undefined);
    const back = await Promise.all(gone.map((path) => exists(this.#tree.uri(path))));
    await this.#rereadAll(gone.filter((_, at) => back[at]).map((path) => this.#tree.uri(path)));
    await this.refreshGit();
  }
}

/** True below a folder that holds nothing of the project's own. */
export function isSkipped(path: string): boolean {
  return path.split("/").some(isSkippedFolder);
}

/** What each of the repositories tracks, in the order of their indexes. */
function trackedIn({ around, nested }: GitFacts): readonly (ReadonlySet<string> | undefined)[] {
  return [...(around ? [around] : []), ...nested].map(({ tracked }) => tracked);
}

/** Folders rarely have one: most other files need not be looked at to know that they are none. */
function hasExtension(path: string): boolean {
  return /[^./]\.[^./]+$/.test(path);
}

function openDocument(uri: vscode.Uri): vscode.TextDocument | undefined {
  // Asked for every file: most documents are told apart without writing their URIs out, in which
  // alone the letter of a drive has one case.
  return vscode.workspace.textDocuments.find(
    (document) =>
      document.uri.path.length === uri.path.length && document.uri.toString() === uri.toString(),
  );
}
