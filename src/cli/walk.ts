import {
  closeSync,
  type Dirent,
  openSync,
  readdirSync,
  readSync,
  realpathSync,
  statSync,
} from "node:fs";
import { join, sep } from "node:path";
import { isKept, isRelevantFile, isSkippedFolder, type WorkspaceSettings } from "../core/index.ts";

/** Larger files are passed over: no secret is written into one by hand. */
const MOST_BYTES = 4 * 1024 * 1024;

/** What was found below a folder. */
export interface Walk {
  /** Texts that the rules need, by path below the folder with `/`. */
  readonly files: ReadonlyMap<string, string>;
  /** How many files were read. */
  readonly count: number;
  /** Paths that could not be read. */
  readonly unreadable: readonly string[];
}

/** Reads a folder, without dependencies, version control and build output. */
export function walk(root: string, settings: WorkspaceSettings): Walk {
  const files = new Map<string, string>();
  const unreadable: string[] = [];
  const realRoot = realpathSync(root);
  let count = 0;
  const pending = [""];
  for (let folder = pending.pop(); folder !== undefined; folder = pending.pop()) {
    for (const entry of entriesOf(join(root, folder))) {
      const path = folder === "" ? entry.name : `${folder}/${entry.name}`;
      if (entry.isDirectory() && !isSkippedFolder(entry.name)) pending.push(path);
      if (!isRelevantFile(path) || !isInside(entry, join(root, path), realRoot)) continue;
      const text = readText(join(root, path));
      if (text === undefined) unreadable.push(path);
      else count++;
      if (text !== undefined && isKept(path, text, settings)) files.set(path, text);
    }
  }
  return { files: new Map([...files].sort(byPath)), count, unreadable };
}

function entriesOf(folder: string): readonly Dirent[] {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch {
    return [];
  }
}

/** A link is followed to a file below the folder, never out of it. */
function isInside(entry: Dirent, path: string, realRoot: string): boolean {
  if (entry.isFile()) return true;
  if (!entry.isSymbolicLink()) return false;
  try {
    return realpathSync(path).startsWith(realRoot + sep) && statSync(path).isFile();
  } catch {
    return false;
  }
}

/** The text of one file below a folder, or undefined where there is none to read. */
export function readBelow(root: string, path: string): string | undefined {
  try {
    const real = realpathSync(join(root, path));
    return real.startsWith(realpathSync(root) + sep) ? readText(real) : undefined;
  } catch {
    return undefined;
  }
}

/** One for all files, a byte longer than the longest that is read. */
const buffer = Buffer.allocUnsafe(MOST_BYTES + 1);

function readText(path: string): string | undefined {
  try {
    const length = readInto(buffer, path);
    const bytes = buffer.subarray(0, length);
    return length > MOST_BYTES || bytes.includes(0) ? undefined : bytes.toString("utf8");
  } catch {
    return undefined;
  }
}

/** As many bytes of a file as there are, or have room. */
function readInto(bytes: Buffer, path: string): number {
  const file = openSync(path, "r");
  try {
    let length = 0;
    for (let read = -1; read !== 0 && length < bytes.length; length += read) {
      read = readSync(file, bytes, length, bytes.length - length, null);
    }
    return length;
  } finally {
    closeSync(file);
  }
}

function byPath([a]: readonly [string, string], [b]: readonly [string, string]): number {
  return a < b ? -1 : Number(a > b);
}
