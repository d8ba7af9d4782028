import type { Framework } from "./frameworks/framework.ts";
import { findFramework } from "./frameworks/index.ts";
import { directoryOf, isWithin, joinPath, nameOf, parentsOf } from "./paths.ts";
import { isTestFile } from "./script/files.ts";

type Files = ReadonlyMap<string, string>;

/** Which auth library each package uses, read again only when its manifest or lockfile changes. */
export interface LibraryReader {
  /** The library of the package in a folder. */
  of(directory: string, files: Files): Framework | undefined;
  /** The libraries of a package and of those below it, tests aside, each once. */
  within(directory: string, files: Files): readonly Framework[];
}

interface KnownLibrary {
  readonly manifest: string | undefined;
  readonly lockfile: string | undefined;
  readonly framework: Framework | undefined;
}

export const LOCKFILES: readonly string[] = [
  "package-lock.json",
  "pnpm-lock.yaml",
  "yarn.lock",
  "bun.lock",
  "npm-shrinkwrap.json",
];

export function libraryReader(): LibraryReader {
  const libraries = new Map<string, KnownLibrary>();
  const of = (directory: string, files: Files): Framework | undefined => {
    const manifest = files.get(joinPath(directory, "package.json"));
    const lockfile = lockfileOf(directory, files);
    const known = libraries.get(directory);
    if (known && known.manifest === manifest && known.lockfile === lockfile) return known.framework;
    const framework = findFramework(manifest, lockfile);
    libraries.set(directory, { manifest, lockfile, framework });
    return framework;
  };
  return {
    of,
    within(directory, files) {
      const folders = [...files.keys()]
        .filter((path) => nameOf(path) === "package.json" && isWithin(path, directory))
        .map(directoryOf)
        // A fixture's library is not the one that the docs above it are about.
        .filter((folder) => folder === directory || !isTestFile(joinPath(folder, "package")));
      return [...new Set(folders.flatMap((folder) => of(folder, files) ?? []))];
    },
  };
}

function lockfileOf(directory: string, files: Files): string | undefined {
  const path = [directory, ...parentsOf(directory)]
    .flatMap((folder) => LOCKFILES.map((name) => joinPath(folder, name)))
    .find((candidate) => files.has(candidate));
  return path === undefined ? undefined : files.get(path);
}
