import { readdirSync, readFileSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** Texts of the files below a folder, by path from there. A file that goes meanwhile is none. */
export function filesBelow(folder: string): ReadonlyMap<string, string> {
  const files = new Map<string, string>();
  const pending = [""];
  for (let at = pending.pop(); at !== undefined; at = pending.pop()) {
    for (const entry of entriesOf(join(folder, at))) {
      const path = join(at, entry.name);
      // No link is followed to a folder: it may lead to where it stands.
      if (entry.isDirectory()) pending.push(path);
      else if (isFile(join(folder, path))) files.set(path, textOf(join(folder, path)));
    }
  }
  return files;
}

/** The names in the system's temporary folder itself. */
export function temporaryNames(): ReadonlySet<string> {
  return new Set(entriesOf(tmpdir()).map(({ name }) => name));
}

/**
 * Texts of the files that lie in the system's temporary folder under names that were not there
 * before, those in folders too, by path.
 */
export function newTemporaryFiles(before: ReadonlySet<string>): ReadonlyMap<string, string> {
  const files = new Map<string, string>();
  for (const name of temporaryNames()) {
    if (before.has(name)) continue;
    const path = join(tmpdir(), name);
    if (isFile(path)) files.set(path, textOf(path));
    for (const [below, text] of filesBelow(path)) files.set(join(path, below), text);
  }
  return files;
}

/** A file's bytes, a character each; nothing for one that cannot be read. */
export function textOf(file: string): string {
  try {
    return readFileSync(file, "latin1");
  } catch {
    return "";
  }
}

/** Pipes and sockets are none: who reads them waits. */
function isFile(path: string): boolean {
  try {
    return statSync(path).isFile();
  } catch {
    return false;
  }
}

function entriesOf(folder: string) {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch {
    return [];
  }
}
