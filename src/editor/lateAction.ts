import * as vscode from "vscode";
import { type FileEdit, type FixTask, nameOf } from "../core/index.ts";
import { AFTER_FIX, type AfterFix } from "./commands/afterFix.ts";
import { toWorkspaceEdit } from "./convert.ts";
import type { Place, Workspace } from "./workspace.ts";

/** What an action is made of when it is chosen, not before. */
interface Late {
  /** The file that it is offered in. */
  readonly place: Place;
  readonly notice?: string;
  readonly task?: FixTask;
  /** Undefined where what it mends is gone: then it does nothing at all. */
  edits(): readonly FileEdit[] | undefined;
}

/** An action whose edit is made when it is chosen, on the text as it is then. */
export class LateAction extends vscode.CodeAction {
  readonly #late: Late;

  constructor(title: string, kind: vscode.CodeActionKind, late: Late) {
    super(title, kind);
    this.#late = late;
  }

  async complete(workspace: Workspace): Promise<void> {
    const { tree, path } = this.#late.place;
    // An ignore file that has just been written may not have been told of yet.
    await workspace.rereadFolder(tree, tree.packageOf(path));
    // Nor may this one, and others that it changes, be what they were.
    const files = this.#late.edits()?.map(({ file }) => file) ?? [];
    await workspace.rereadFiles(tree, [path, ...files]);
    const edits = this.#late.edits();
    if (edits === undefined) return;
    // The editor takes an empty edit for one that failed, and runs no command after it.
    if (edits.length > 0) this.edit = toWorkspaceEdit(edits, tree);
    this.command = { title: this.title, command: AFTER_FIX, arguments: [this.#after(edits)] };
  }

  #after(edits: readonly FileEdit[]): AfterFix {
    const { place, notice, task } = this.#late;
    const { tree, path } = place;
    const others = edits.filter(({ file }) => file !== path).map(({ file }) => tree.uri(file));
    return {
      file: String(tree.uri(path)),
      changed: others.filter(isClean).map(String),
      ignoreFiles: edits
        .filter(({ file }) => nameOf(file) === ".gitignore")
        .map(({ file }) => String(tree.uri(file))),
      notice,
      task,
      taskFile: task?.kind === "delete" ? String(tree.uri(task.file)) : undefined,
    };
  }
}

function isClean(uri: vscode.Uri): boolean {
  const open = vscode.workspace.textDocuments.find(
    (document) => document.uri.toString() === uri.toString(),
  );
  return !open?.isDirty;
}
