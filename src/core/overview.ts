import { tellsOfUploads } from "./config/uploads.ts";
import { isEnvFile, isTemplateFile, isTestEnvFile } from "./dotenv/files.ts";
import { directoryOf, joinPath, nameOf, parentsOf } from "./paths.ts";

/** A file, and the folder of the package that owns it. */
interface OwnedFile {
  readonly path: string;
  readonly packageFolder: string;
}

/**
 * What every package of a workspace asks of the others, found in one go over all paths. It holds
 * until a file comes or goes, whatever the texts.
 */
export interface Overview {
  /** The env files right in a folder, templates aside. */
  envFilesIn(folder: string): readonly string[];
  /** The files right in a folder that tell of what leaves the machine besides git. */
  uploadFilesIn(folder: string): readonly string[];
  /** All folders with a `package.json`. */
  readonly packageFolders: readonly string[];
  /** Those of them below a folder. */
  packageFoldersBelow(folder: string): readonly string[];
  /** All env files that programs read: neither templates nor those of tests. */
  readonly liveEnvFiles: readonly OwnedFile[];
  /** The lockfile that a package's versions are told by: the nearest, in its folder or above. */
  lockfileOf(folder: string): string | undefined;
}

const LOCKFILES: readonly string[] = [
  "package-lock.json",
  "pnpm-lock.yaml",
  "yarn.lock",
  "bun.lock",
  "npm-shrinkwrap.json",
];

export function isLockfile(path: string): boolean {
  return LOCKFILES.includes(nameOf(path));
}

/** @param paths all files of a snapshot, workspace-relative with `/` */
export function overviewOf(paths: Iterable<string>): Overview {
  const all = [...paths];
  const envFiles = all.filter((path) => isEnvFile(path) && !isTemplateFile(path));
  const packageFolders = all.filter((path) => nameOf(path) === "package.json").map(directoryOf);
  const packages = new Set(packageFolders);
  return {
    envFilesIn: byFolder(envFiles),
    uploadFilesIn: byFolder(all.filter(tellsOfUploads)),
    packageFolders,
    packageFoldersBelow: byParents(packageFolders),
    liveEnvFiles: envFiles
      .filter((path) => !isTestEnvFile(path))
      .map((path) => ({
        path,
        packageFolder: parentsOf(path).find((folder) => packages.has(folder)) ?? "",
      })),
    lockfileOf: lockfilesIn(all.filter(isLockfile)),
  };
}

function lockfilesIn(paths: readonly string[]): (folder: string) => string | undefined {
  const lockfiles = new Set(paths);
  const known = new Map<string, string | undefined>();
  return (folder) => {
    if (!known.has(folder)) known.set(folder, nearestLockfile(lockfiles, folder));
    return known.get(folder);
  };
}

/**
 * The lockfile in a folder, or the nearest above it.
 * @param files paths, those of all lockfiles among them
 */
export function nearestLockfile(
  files: Pick<ReadonlySet<string>, "has" | "size">,
  folder: string,
): string | undefined {
  if (files.size === 0) return undefined;
  return [folder, ...parentsOf(folder)]
    .flatMap((each) => LOCKFILES.map((name) => joinPath(each, name)))
    .find((path) => files.has(path));
}

function byParents(folders: readonly string[]): (folder: string) => readonly string[] {
  const known = new Map<string, string[]>();
  for (const folder of folders) {
    for (const parent of parentsOf(folder)) {
      const below = known.get(parent);
      if (below) below.push(folder);
      else known.set(parent, [folder]);
    }
  }
  return (folder) => known.get(folder) ?? [];
}

function byFolder(paths: readonly string[]): (folder: string) => readonly string[] {
  const folders = new Map<string, string[]>();
  for (const path of paths) {
    const folder = directoryOf(path);
    const known = folders.get(folder);
    if (known) known.push(path);
    else folders.set(folder, [path]);
  }
  return (folder) => folders.get(folder) ?? [];
}
