import { tellsOfUploads } from "./config/uploads.ts";
import { isEnvFile, isTemplateFile, isTestEnvFile } from "./dotenv/files.ts";
import { directoryOf, nameOf } from "./paths.ts";

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
  /** All env files that programs read: neither templates nor those of tests. */
  readonly liveEnvFiles: readonly string[];
}

/** @param paths all files of a snapshot, workspace-relative with `/` */
export function overviewOf(paths: Iterable<string>): Overview {
  const all = [...paths];
  const envFiles = all.filter((path) => isEnvFile(path) && !isTemplateFile(path));
  return {
    envFilesIn: byFolder(envFiles),
    uploadFilesIn: byFolder(all.filter(tellsOfUploads)),
    packageFolders: all.filter((path) => nameOf(path) === "package.json").map(directoryOf),
    liveEnvFiles: envFiles.filter((path) => !isTestEnvFile(path)),
  };
}

function byFolder(paths: readonly string[]): (folder: string) => readonly string[] {
  const folders = new Map<string, string[]>();
  for (const path of paths) {
    const folder = directoryOf(path);
    folders.set(folder, [...(folders.get(folder) ?? []), path]);
  }
  return (folder) => folders.get(folder) ?? [];
}
