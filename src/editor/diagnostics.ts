import * as vscode from "vscode";
import {
  type Finding,
  isEnvFile,
  isScriptFile,
  isSearchedFile,
  nameOf,
  preparation,
  sayingOf,
} from "../core/index.ts";
import { SOURCE, toDiagnostic } from "./convert.ts";
import type { FileTree } from "./fileTree.ts";
import { runInSlices, type Schedule, schedule, takeInTime } from "./schedule.ts";
import { placeOf, workOff } from "./workOff.ts";
import type { Workspace } from "./workspace.ts";

/** Shows findings, of closed files too, and keeps them as new as the texts they were found in. */
export function registerDiagnostics(
  workspace: Workspace,
  log: vscode.LogOutputChannel,
): vscode.Disposable {
  const publishers = new Map<FileTree, TreePublisher>();
  return vscode.Disposable.from(
    workspace.onDidAddTree((tree) => publishers.set(tree, new TreePublisher(tree, log))),
    workspace.onDidRemoveTree((tree) => {
      publishers.get(tree)?.dispose();
      publishers.delete(tree);
    }),
    { dispose: () => publishers.forEach((publisher) => void publisher.dispose()) },
  );
}

/** Long enough to gather a burst of keystrokes or file events, short enough to feel immediate. */
const DELAY_MILLISECONDS = 120;

/** While a large workspace is read, or a branch is switched, there is no quiet: something is shown. */
const LONGEST_DELAY_MILLISECONDS = 500;

class TreePublisher implements vscode.Disposable {
  readonly #tree: FileTree;
  /** Its own: folders of a workspace may lie in one another, and files then have two trees. */
  readonly #collection = vscode.languages.createDiagnosticCollection(SOURCE);
  /** What is shown now, by package; several may have something to say of one file. */
  readonly #found = new Map<string, readonly Finding[]>();
  readonly #schedule: Schedule;
  readonly #subscription: vscode.Disposable;
  /** Files that have changed: whose packages they bear on is asked once for many. */
  readonly #changed = new Set<string>();
  /** Packages whose findings may have changed. */
  readonly #due = new Set<string>();
  #isAllDue = false;
  readonly #log: vscode.LogOutputChannel;

  constructor(tree: FileTree, log: vscode.LogOutputChannel) {
    this.#tree = tree;
    this.#log = log;
    this.#schedule = schedule(
      { quiet: DELAY_MILLISECONDS, longest: LONGEST_DELAY_MILLISECONDS },
      () => this.#publishDue(),
    );
    this.#subscription = tree.onDidChange((paths) => this.#note(paths));
  }

  dispose(): void {
    this.#subscription.dispose();
    this.#schedule.dispose();
    this.#collection.dispose();
  }

  #note(paths: readonly string[]): void {
    // A manifest or an ignore file bears on every package below it.
    if (paths.some(isOneOfMany)) prepare();
    const isLocal = paths.length > 0 && paths.every(isOneOfMany);
    if (!isLocal) this.#isAllDue = true;
    else for (const path of paths) this.#changed.add(path);
    this.#schedule.request();
  }

  /** Looks at what is due for a while, and goes on later where that was not enough. */
  #publishDue(): void {
    for (const folder of this.#changedPackages()) this.#due.add(folder);
    const files = new Set<string>();
    workOff(takeInTime(this.#due), {
      work: (folder) => this.#take(folder, this.#tree.findings(folder), files),
      failed: (folder, error) => {
        this.#log.error(`${folder || "."} could not be looked at: ${placeOf(error)}`);
        // Better silent than what was found in an earlier text.
        this.#take(folder, [], files);
      },
    });
    const byFile = this.#foundIn(files);
    workOff(files, {
      work: (path) => this.#show(path, byFile.get(path) ?? []),
      failed: (path, error) => {
        this.#log.error(`The findings of ${path} could not be shown: ${placeOf(error)}`);
        this.#collection.delete(this.#tree.uri(path));
      },
    });
    if (this.#due.size > 0) this.#schedule.goOn();
  }

  /** Keeps what a package has to say, and notes the files that it spoke or speaks of. */
  #take(folder: string, found: readonly Finding[], files: Set<string>): void {
    for (const { file } of [...(this.#found.get(folder) ?? []), ...found]) files.add(file);
    if (found.length > 0) this.#found.set(folder, found);
    else this.#found.delete(folder);
  }

  #changedPackages(): readonly string[] {
    const changed = this.#isAllDue
      ? [...this.#tree.packages, ...this.#found.keys()]
      : [...this.#changed].flatMap((path) => this.#tree.packagesWith(path));
    this.#changed.clear();
    this.#isAllDue = false;
    return changed;
  }

  /** What was found in some files, whichever package says it. */
  #foundIn(files: ReadonlySet<string>): ReadonlyMap<string, readonly Finding[]> {
    const byFile = new Map([...files].map((path): [string, Finding[]] => [path, []]));
    for (const finding of [...this.#found.values()].flat()) byFile.get(finding.file)?.push(finding);
    return byFile;
  }

  #show(path: string, found: readonly Finding[]): void {
    const said = new Map(found.map((finding) => [sayingOf(finding), finding]));
    const diagnostics = [...said.values()].map((finding) => toDiagnostic(finding, this.#tree));
    // An empty list is kept by the editor as any other.
    if (diagnostics.length > 0) this.#collection.set(this.#tree.uri(path), diagnostics);
    else this.#collection.delete(this.#tree.uri(path));
  }
}

let isPrepared = false;

/** There will be something to judge: till then the tables for it can be unpacked. */
function prepare(): void {
  if (!isPrepared) runInSlices(preparation());
  isPrepared = true;
}

/** True for what bears on one package alone, and not on those below it as a manifest does. */
function isOneOfMany(path: string): boolean {
  const isSearched = isSearchedFile(path) && nameOf(path) !== "package.json";
  return isEnvFile(path) || isScriptFile(path) || isSearched;
}
