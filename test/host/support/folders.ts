import { workspace } from "vscode";
import { ok } from "./assert.ts";
import { untilEvent } from "./untilEvent.ts";

/** Changes the folders of the workspace, and waits until they are changed. */
export async function changeFolders(change: () => boolean): Promise<void> {
  const count = workspace.workspaceFolders?.length;
  const changed = untilEvent(
    workspace.onDidChangeWorkspaceFolders,
    () => workspace.workspaceFolders?.length !== count,
    () => "the folders did not change",
  );
  ok(change(), "the folders cannot be changed");
  await changed;
}
