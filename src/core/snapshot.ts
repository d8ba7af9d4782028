import type { EnvFile } from "./dotenv/parse.ts";
import type { LibraryReader } from "./libraries.ts";
import { type Overview, overviewOf } from "./overview.ts";

/** All files of a workspace at one moment, with what every package asks of the others. */
export interface Snapshot {
  readonly files: ReadonlyMap<string, string>;
  readonly overview: Overview;
  /** What packages that name an auth library keep in env files; none of their templates. */
  appEnvFiles(): readonly EnvFile[];
}

/** What reads the facts that a snapshot is asked for. */
interface Readers {
  readonly libraries: LibraryReader;
  envFile(path: string, text: string): EnvFile;
}

/**
 * To be made once for many packages, and anew when a text changes.
 * @param overview of these very files, where it is known already
 */
export function snapshotOf(
  files: ReadonlyMap<string, string>,
  { libraries, envFile }: Readers,
  overview = overviewOf(files.keys()),
): Snapshot {
  let known: readonly EnvFile[] | undefined;
  const read = () =>
    overview.liveEnvFiles
      .filter(({ packageFolder }) => libraries.of(packageFolder, { files, overview }).length > 0)
      .map(({ path }) => envFile(path, files.get(path) ?? ""));
  return {
    files,
    overview,
    appEnvFiles() {
      known ??= read();
      return known;
    },
  };
}
