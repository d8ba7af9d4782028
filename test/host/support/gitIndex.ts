import { Uri, type WorkspaceFolder, workspace } from "vscode";
import { ok } from "./assert.ts";

/**
 * Writes an index that lists these paths alone, as `git add` would (gitformat-index(5), version 2),
 * but for the checksum; for hosts in which git cannot run, and where nothing else reads it.
 */
export async function writeIndex(paths: readonly string[], root = firstFolder()): Promise<void> {
  const entries = [...paths].sort().map(entryFor);
  const head = new Uint8Array(12);
  head.set(new TextEncoder().encode("DIRC"));
  const view = new DataView(head.buffer);
  view.setUint32(4, 2);
  view.setUint32(8, entries.length);
  const parts = [head, ...entries, new Uint8Array(20)];
  const bytes = new Uint8Array(parts.flatMap((part) => [...part]));
  await workspace.fs.writeFile(Uri.joinPath(root.uri, ".git/index"), bytes);
}

function firstFolder(): WorkspaceFolder {
  const [folder] = workspace.workspaceFolders ?? [];
  ok(folder, "no folder is open");
  return folder;
}

function entryFor(path: string): Uint8Array {
  const name = new TextEncoder().encode(path);
  const entry = new Uint8Array(Math.ceil((63 + name.length) / 8) * 8);
  new DataView(entry.buffer).setUint16(60, name.length);
  entry.set(name, 62);
  return entry;
}
