import * as vscode from "vscode";
import { type Finding, isEnvFile, isScriptFile } from "../core/index.ts";
import { SOURCE, toDiagnostic } from "./convert.ts";
import type { FileTree } from "./fileTree.ts";
import { type Schedule, schedule } from "./schedule.ts";
import type { Workspace } from "./workspace.ts";

/** Shows findings, of closed files too, and keeps them as new as the texts they were found in. */
export function registerDiagnostics(workspace: Workspace): vscode.Disposable {
  const collection = vscode.languages.createDiagnosticCollection(SOURCE);
  const publishers = new Map<FileTree, TreePublisher>();
  return vscode.Disposable.from(
    collection,
    workspace.onDidAddTree((tree) => publishers.set(tree, new TreePublisher(tree, collection))),
    workspace.onDidRemoveTree((tree) => {
      publishers.get(tree)?.dispose();
      publishers.delete(tree);
    }),
    { dispose: () => publishers.forEach((publisher) => void publisher.dispose()) },
  );
}

/** Long enough to gather a burst of keystrokes or file events, short enough to feel immediate. */
const DELAY_MILLISECONDS = 120;

class TreePublisher implements vscode.Disposable {
  readonly #tree: FileTree;
  readonly #collection: vscode.DiagnosticCollection;
  /** What is shown now, by package: so that what is no longer found can be taken away. */
  readonly #shown = new Map<string, readonly string[]>();
  readonly #schedule: Schedule;
  readonly #subscription: vscode.Disposable;
  #due: Set<string> | "all" = new Set();

  constructor(tree: FileTree, collection: vscode.DiagnosticCollection) {
    this.#tree = tree;
    this.#collection = collection;
    this.#schedule = schedule(DELAY_MILLISECONDS, () => this.#publishDue());
    this.#subscription = tree.onDidChange((paths) => this.#note(paths));
  }

  dispose(): void {
    this.#subscription.dispose();
    this.#schedule.dispose();
    this.#show(new Map([...this.#shown.keys()].map((folder) => [folder, []])));
  }

  #note(paths: readonly string[]): void {
    // A manifest or an ignore file bears on every package below it.
    const isLocal = paths.length > 0 && paths.every(isOneOfMany);
    if (!isLocal) this.#due = "all";
    else if (this.#due !== "all") {
      for (const folder of paths.flatMap((path) => this.#tree.packagesWith(path))) {
        this.#due.add(folder);
      }
    }
    this.#schedule.request();
  }

  #publishDue(): void {
    const known = new Set([...this.#tree.packages, ...this.#shown.keys()]);
    const due = this.#due === "all" ? known : this.#due;
    this.#due = new Set();
    this.#show(new Map([...due].map((folder) => [folder, this.#tree.findings(folder)])));
  }

  #show(findings: ReadonlyMap<string, readonly Finding[]>): void {
    const byFile = new Map<string, vscode.Diagnostic[]>();
    // Emptied first: a file may have moved from one package to another.
    for (const folder of findings.keys()) {
      for (const path of this.#shown.get(folder) ?? []) byFile.set(path, []);
    }
    for (const finding of [...findings.values()].flat()) {
      const diagnostics = byFile.get(finding.file) ?? [];
      diagnostics.push(toDiagnostic(finding, this.#tree));
      byFile.set(finding.file, diagnostics);
    }
    for (const [path, diagnostics] of byFile) {
      this.#collection.set(this.#tree.uri(path), diagnostics);
    }
    for (const [folder, found] of findings) {
      this.#shown.set(folder, [...new Set(found.map(({ file }) => file))]);
    }
  }
}

/** True for env files and sources; all others bear on more than one package. */
function isOneOfMany(path: string): boolean {
  return isEnvFile(path) || isScriptFile(path);
}
