import { type FileSystem, workspace } from "vscode";
import { asked } from "./asked.ts";

/** What was asked of the file system. */
export interface Access {
  readonly what: "stat" | "read" | "list";
  readonly path: string;
}

/** Runs an action and gives all that the extension asked of the file system meanwhile. */
export async function watchingAccess(action: () => Promise<void>): Promise<readonly Access[]> {
  const accesses: Access[] = [];
  const real = workspace.fs;
  const note = (what: Access["what"], path: string) => void accesses.push({ what, path });
  const watched: FileSystem = {
    ...real,
    stat: (uri) => {
      note("stat", uri.path);
      return real.stat(uri);
    },
    readFile: (uri) => {
      note("read", uri.path);
      return real.readFile(uri);
    },
    readDirectory: (uri) => {
      note("list", uri.path);
      return real.readDirectory(uri);
    },
  };
  const watching = () => replacingFileSystem(watched, action);
  await (asked.host === "node" ? notingReads((path) => note("read", path), watching) : watching());
  return accesses;
}

/** Runs an action and names each file that Node is asked to read meanwhile, by whomever. */
async function notingReads(
  note: (path: string) => void,
  action: () => Promise<void>,
): Promise<void> {
  const { promises } = await import("node:fs");
  const { readFile } = promises;
  const noting = (...[path, ...rest]: Parameters<typeof readFile>) => {
    note(String(path));
    return readFile(path, ...rest);
  };
  Object.assign(promises, { readFile: noting });
  try {
    await action();
  } finally {
    Object.assign(promises, { readFile });
  }
}

/** Runs an action in a window where extensions get another file system. */
export async function replacingFileSystem(
  other: FileSystem,
  action: () => Promise<void>,
): Promise<void> {
  const before = Object.getOwnPropertyDescriptor(workspace, "fs");
  Object.defineProperty(workspace, "fs", { configurable: true, get: () => other });
  try {
    await action();
  } finally {
    if (before) Object.defineProperty(workspace, "fs", before);
  }
}
