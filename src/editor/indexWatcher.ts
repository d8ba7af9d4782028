import * as vscode from "vscode";
import { nameOf } from "../core/index.ts";
import { type Platform, platformFor } from "./platform.ts";
import { schedule } from "./schedule.ts";

/** Git writes an index several times in a row, and one change may be told twice. */
const DELAYS = { quiet: 100, longest: 500 };

/**
 * Runs an action some time after a repository's index has changed, once for a burst of changes; and
 * now, since it may have changed before it was watched.
 *
 * VS Code alone misses some: of a folder in the workspace it tells what one watcher of the whole
 * workspace sees, and that one is blind in folders that were made one in the other in a moment, as git
 * makes those of worktrees and submodules (@parcel/watcher 2.5 on Linux). So the platform watches too,
 * and without one the index is looked at again when the person comes back to the window.
 */
export function watchIndex(
  index: vscode.Uri,
  platform: Platform | undefined,
  action: () => void,
): vscode.Disposable {
  const looking = schedule(DELAYS, action);
  const look = () => looking.request();
  const [folder, name] = [vscode.Uri.joinPath(index, ".."), nameOf(index.path)];
  const watcher = vscode.workspace.createFileSystemWatcher(
    new vscode.RelativePattern(folder, name),
  );
  const own = platformFor(folder, platform)?.watchFolder(folder.fsPath, (changed) => {
    if (changed === null || changed === name) look();
  });
  look();
  return vscode.Disposable.from(
    looking,
    watcher,
    watcher.onDidCreate(look),
    watcher.onDidChange(look),
    watcher.onDidDelete(look),
    vscode.window.onDidChangeWindowState(({ focused }) => focused && look()),
    ...(own ? [own] : []),
  );
}
