import {
  closeSync,
  type Dirent,
  existsSync,
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

/** A part has at least so many files, but for the last one: each is a message between threads. */
const PART_FILES = 16;

/** Some of what is found below a folder. */
export interface WalkPart {
  /** Texts that the rules need, by path below the folder with `/`. */
  readonly files: readonly (readonly [string, string])[];
  /** How many files were read, kept or not. */
  readonly count: number;
  /** Paths that could not be read. */
  readonly unreadable: readonly string[];
  /** Folders that are the top of a git repository. */
  readonly repositories: readonly string[];
  readonly isLast: boolean;
}

/**
 * Reads a folder, without dependencies, version control and build output. What lies right in a folder
 * comes before what lies deeper; the last part says that it is.
 */
export function* walk(root: string, settings: WorkspaceSettings): Generator<WalkPart> {
  const realRoot = realpathSync(root);
  const pending = [""];
  let part = emptyPart();
  for (let folder = pending.pop(); folder !== undefined; folder = pending.pop()) {
    const before = folder === "" ? "" : `${folder}/`;
    for (const entry of entriesOf(`${root}/${folder}`)) {
      const path = before + entry.name;
      // A worktree's or a submodule's is a file.
      if (entry.name === ".git") part.repositories.push(folder);
      if (entry.isDirectory()) {
        if (!isSkippedFolder(entry.name)) pending.push(path);
        continue;
      }
      if (!isRelevantFile(path) || !isInside(entry, `${root}/${path}`, realRoot)) continue;
      const text = readText(`${root}/${path}`);
      if (text === undefined) part.unreadable.push(path);
      else part.count++;
      if (text !== undefined && isKept(path, text, settings)) part.files.push([path, text]);
    }
    if (part.files.length < PART_FILES) continue;
    yield { ...part, isLast: false };
    part = emptyPart();
  }
  yield { ...part, isLast: true };
}

function emptyPart() {
  return {
    files: [] as [string, string][],
    count: 0,
    unreadable: [] as string[],
    repositories: [] as string[],
  };
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
    const file = join(root, path);
    if (!existsSync(file)) return undefined;
    const real = realpathSync(file);
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
    if (length > MOST_BYTES) return undefined;
    const text = buffer.toString("utf8", 0, length);
    return text.includes("\0") ? undefined : text;
  } catch {
    return undefined;
  }
}

/** What systems read at once: only at the end of a file they give less. */
const PAGE_BYTES = 4096;

/** As many bytes of a file as there are, or have room. */
function readInto(bytes: Buffer, path: string): number {
  const file = openSync(path, "r");
  try {
    let length = 0;
    for (let read = -1; read !== 0 && length < bytes.length && length % PAGE_BYTES === 0; ) {
      read = readSync(file, bytes, length, bytes.length - length, null);
      length += read;
    }
    return length;
  } finally {
    closeSync(file);
  }
}
