import type { Framework } from "./frameworks/framework.ts";
import { findFrameworks } from "./frameworks/index.ts";
import type { Overview } from "./overview.ts";
import { joinPath } from "./paths.ts";
import { isTestFile } from "./script/files.ts";
import type { Snapshot } from "./snapshot.ts";

type Files = Pick<Snapshot, "files" | "overview">;

/** The files, and which lockfile is whose. */
interface Locked {
  readonly files: Snapshot["files"];
  readonly overview: Pick<Snapshot["overview"], "lockfileOf">;
}

/** Which auth libraries each package uses, read again only when its manifest or lockfile changes. */
export interface LibraryReader {
  /** The libraries of the package in a folder, the one that its set-up is told by first. */
  of(directory: string, snapshot: Locked): readonly Framework[];
  /** The libraries of a package and of those below it, tests aside, each once. */
  within(directory: string, snapshot: Files): readonly Framework[];
  /** Forgets packages that are not, or no longer, in the overview; but for the workspace's top. */
  keepOnly(overview: Pick<Overview, "packageFolders">): void;
}

interface KnownLibraries {
  readonly manifest: string | undefined;
  readonly lockfile: string | undefined;
  readonly frameworks: readonly Framework[];
}

export function libraryReader(): LibraryReader {
  const libraries = new Map<string, KnownLibraries>();
  const of = (directory: string, { files, overview }: Locked): readonly Framework[] => {
    const manifest = files.get(joinPath(directory, "package.json"));
    const path = overview.lockfileOf(directory);
    const lockfile = path === undefined ? undefined : files.get(path);
    const known = libraries.get(directory);
    if (known && known.manifest === manifest && known.lockfile === lockfile)
      return known.frameworks;
    const frameworks = findFrameworks(manifest, lockfile);
    libraries.set(directory, { manifest, lockfile, frameworks });
    return frameworks;
  };
  return {
    of,
    keepOnly({ packageFolders }) {
      const kept = new Set(["", ...packageFolders]);
      for (const directory of libraries.keys()) {
        if (!kept.has(directory)) libraries.delete(directory);
      }
    },
    within(directory, snapshot) {
      // A fixture's library is not the one that the docs above it are about.
      const below = snapshot.overview
        .packageFoldersBelow(directory)
        .filter((folder) => !isTestFile(joinPath(folder, "package")));
      return [...new Set([directory, ...below].flatMap((folder) => of(folder, snapshot)))];
    },
  };
}
