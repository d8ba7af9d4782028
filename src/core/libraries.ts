import type { Framework } from "./frameworks/framework.ts";
import { findFrameworks } from "./frameworks/index.ts";
import type { Overview } from "./overview.ts";
import { isWithin, joinPath, parentsOf } from "./paths.ts";
import { isTestFile } from "./script/files.ts";

type Files = ReadonlyMap<string, string>;

/** Which auth libraries each package uses, read again only when its manifest or lockfile changes. */
export interface LibraryReader {
  /** The libraries of the package in a folder, the one that its set-up is told by first. */
  of(directory: string, files: Files): readonly Framework[];
  /** The libraries of a package and of those below it, tests aside, each once. */
  within(directory: string, files: Files, overview: Overview): readonly Framework[];
}

interface KnownLibraries {
  readonly manifest: string | undefined;
  readonly lockfile: string | undefined;
  readonly frameworks: readonly Framework[];
}

export const LOCKFILES: readonly string[] = [
  "package-lock.json",
  "pnpm-lock.yaml",
  "yarn.lock",
  "bun.lock",
  "npm-shrinkwrap.json",
];

export function libraryReader(): LibraryReader {
  const libraries = new Map<string, KnownLibraries>();
  const of = (directory: string, files: Files): readonly Framework[] => {
    const manifest = files.get(joinPath(directory, "package.json"));
    const lockfile = lockfileOf(directory, files);
    const known = libraries.get(directory);
    if (known && known.manifest === manifest && known.lockfile === lockfile)
      return known.frameworks;
    const frameworks = findFrameworks(manifest, lockfile);
    libraries.set(directory, { manifest, lockfile, frameworks });
    return frameworks;
  };
  return {
    of,
    within(directory, files, { packageFolders }) {
      // A fixture's library is not the one that the docs above it are about.
      const below = packageFolders.filter(
        (folder) => isWithin(folder, directory) && !isTestFile(joinPath(folder, "package")),
      );
      return [...new Set([directory, ...below].flatMap((folder) => of(folder, files)))];
    },
  };
}

function lockfileOf(directory: string, files: Files): string | undefined {
  const path = [directory, ...parentsOf(directory)]
    .flatMap((folder) => LOCKFILES.map((name) => joinPath(folder, name)))
    .find((candidate) => files.has(candidate));
  return path === undefined ? undefined : files.get(path);
}
