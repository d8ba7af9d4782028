import { possibleTops } from "../core/index.ts";
import type { FileTree } from "./fileTree.ts";
import { isTop } from "./gitIndex.ts";

/** The repositories inside a workspace folder: submodules, worktrees, clones. */
export class NestedRepositories {
  /** Folders that were looked at: repositories come and go rarely, and there may be many folders. */
  readonly #looked = new Map<string, Promise<boolean>>();

  /** To be told when a `.git` has come or gone. */
  forget(): void {
    this.#looked.clear();
  }

  /** The tops of those that hold files that matter, workspace-relative. */
  async rootsIn(tree: FileTree): Promise<readonly string[]> {
    const folders = possibleTops(tree.files.keys());
    const areTops = await Promise.all(folders.map((folder) => this.#look(tree, folder)));
    return folders.filter((_, at) => areTops[at]);
  }

  #look(tree: FileTree, folder: string): Promise<boolean> {
    const looking = this.#looked.get(folder) ?? isTop(tree.uri(folder));
    this.#looked.set(folder, looking);
    return looking;
  }
}
