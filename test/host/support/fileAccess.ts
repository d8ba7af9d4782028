import { type FileSystem, type Uri, workspace } from "vscode";

/** What was asked of the file system. */
export interface Access {
  readonly what: "stat" | "read" | "list";
  readonly path: string;
}

/** Runs an action and gives all that the extension asked of the file system meanwhile. */
export async function watchingAccess(action: () => Promise<void>): Promise<readonly Access[]> {
  const accesses: Access[] = [];
  const real = workspace.fs;
  const note = (what: Access["what"], { path }: Uri) => void accesses.push({ what, path });
  const watched: FileSystem = {
    ...real,
    stat: (uri) => {
      note("stat", uri);
      return real.stat(uri);
    },
    readFile: (uri) => {
      note("read", uri);
      return real.readFile(uri);
    },
    readDirectory: (uri) => {
      note("list", uri);
      return real.readDirectory(uri);
    },
  };
  await replacingFileSystem(watched, action);
  return accesses;
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
