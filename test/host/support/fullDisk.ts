import { Uri, workspace } from "vscode";
import { testsMark } from "../../support/vscode/kinds.ts";
import { ok } from "./assert.ts";
import { writeText } from "./files.ts";

/** A folder on a disk of its own, which has room for nothing more. */
export interface FullDisk {
  readonly folder: Uri;
  /** False where the machine lets nobody mount a disk: then there is room enough. */
  readonly isFull: boolean;
  makeRoom(): Promise<void>;
}

/** Of a file that is a few bytes short of a page: whatever is added wants another page. */
export const ALMOST_A_PAGE = 4080;

/** Puts a small disk over a folder that is there, with these files on it, and fills it up. */
export async function withFullDisk(
  folder: Uri,
  files: Readonly<Record<string, string>>,
  action: (disk: FullDisk) => Promise<void>,
): Promise<void> {
  const mounted = await mountOn(folder.fsPath);
  const isFull = mounted !== undefined;
  const filler = Uri.joinPath(folder, "filler");
  try {
    for (const [path, text] of Object.entries(files)) {
      await writeText(Uri.joinPath(folder, path), text);
    }
    if (isFull) await fill(filler);
    const makeRoom = async () => {
      if (isFull) await workspace.fs.delete(filler);
    };
    await action({ folder, isFull, makeRoom });
  } finally {
    // What still watches a file there must not keep the folder.
    mounted?.unmount();
  }
}

interface Mounted {
  unmount(): void;
}

/** Undefined where nobody may, which is no excuse where nobody looks after this. */
async function mountOn(path: string): Promise<Mounted | undefined> {
  const { execFileSync, spawnSync } = await import("node:child_process");
  // Others know no such size, and would be filled for ever.
  const isLinux = process.platform === "linux";
  for (const [first, ...rest] of isLinux ? WAYS : []) {
    const args = ["-t", "tmpfs", "-o", "size=64k", "tmpfs", path];
    if (spawnSync(first, [...rest, "mount", ...args]).status !== 0) continue;
    // What still watches a file there must not keep the folder.
    const unmount = () => void execFileSync(first, [...rest, "umount", "--lazy", path]);
    return { unmount };
  }
  ok(!isLinux || !process.env["CI"], "no disk can be mounted, neither as root nor with sudo");
  console.log(`${testsMark}  no disk can be mounted: the disk of the next test has room`);
  return undefined;
}

/** As root, and as one who may become root without a password. */
const WAYS = [["env"], ["sudo", "-n"]] as const;

/** Writes to a file until its disk is full. */
async function fill(file: Uri): Promise<void> {
  const { closeSync, openSync, writeSync } = await import("node:fs");
  const opened = openSync(file.fsPath, "w");
  try {
    for (;;) writeSync(opened, new Uint8Array(1024));
  } catch (error) {
    ok(error instanceof Error && "code" in error && error.code === "ENOSPC", String(error));
  } finally {
    closeSync(opened);
  }
}
