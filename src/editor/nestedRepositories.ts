import { possibleTops } from "../core/index.ts";
import type { FileTree } from "./fileTree.ts";
import { isTop } from "./gitIndex.ts";

/** The repositories inside a workspace folder: submodules, worktrees, clones. */
export class NestedRepositories {
  /** Folders that were looked at: repositories come and go rarely, and there may be many folders. */
  #looked: ReadonlyMap<string, Promise<boolean>> = new Map();

  /** To be told when a `.git` has come or gone. */
  forget(): void {
    this.#looked = new Map();
  }

  /** The tops of those that hold files that matter, workspace-relative. */
  async rootsIn(tree: FileTree): Promise<readonly string[]> {
    const folders = possibleTops(tree.files.keys());
    const look = (folder: string) => this.#looked.get(folder) ?? isTop(tree.uri(folder));
    this.#looked = new Map(folders.map((folder) => [folder, look(folder)]));
    const areTops = await Promise.all(this.#looked.values());
    return folders.filter((_, at) => areTops[at]);
  }
}
