/** Workspace-relative paths: `/` between parts, none at either end, "" for the workspace root. */

export function nameOf(path: string): string {
  return path.slice(path.lastIndexOf("/") + 1);
}

export function directoryOf(path: string): string {
  return path.slice(0, Math.max(0, path.lastIndexOf("/")));
}

/** The folders above a path, nearest first, the root "" last; none for the root itself. */
export function parentsOf(path: string): readonly string[] {
  const parents: string[] = [];
  for (let folder = path; folder !== ""; ) {
    folder = directoryOf(folder);
    parents.push(folder);
  }
  return parents;
}

export function isWithin(path: string, folder: string): boolean {
  return folder === "" || path.startsWith(`${folder}/`);
}

export function joinPath(folder: string, name: string): string {
  return folder === "" ? name : `${folder}/${name}`;
}

/** True for what starts from a folder: `./a`, `../a`, `.`. */
export function isRelative(specifier: string): boolean {
  return /^\.{1,2}(\/|$)/.test(specifier);
}

/** The path that a relative one stands for in a folder; undefined where it leaves the workspace. */
export function resolvePath(folder: string, relative: string): string | undefined {
  const parts = folder === "" ? [] : folder.split("/");
  for (const part of relative.split("/")) {
    if (part === "..") {
      if (parts.pop() === undefined) return undefined;
    } else if (part !== "." && part !== "") parts.push(part);
  }
  return parts.join("/");
}
