import { isEnvFile } from "./dotenv/files.ts";
import { secretsIn } from "./dotenv/secretEntries.ts";
import { frameworkOf } from "./frameworks/index.ts";
import { nearestLockfile } from "./overview.ts";
import { isScriptFile } from "./script/files.ts";
import { isNamed } from "./script/namedFiles.ts";
import { type ProjectContext, packageOf, type WorkspaceFiles } from "./workspace.ts";

/**
 * Reads and judges some files of a workspace while others are still on their way, so that
 * `projectOf` and `analyze` find it done. What turns out otherwise when all files are there, such as
 * what a source imports, is read again then: nothing depends on what came first.
 *
 * @param some files to read, by path with their text
 * @param files all that are there by now, the same map each time
 */
export function readAhead(
  some: Iterable<readonly [string, string]>,
  files: WorkspaceFiles,
  { settings, facts }: Pick<ProjectContext, "settings" | "facts">,
): void {
  const overview = { lockfileOf: (folder: string) => nearestLockfile(files, folder) };
  for (const [path, text] of some) {
    if (isEnvFile(path)) {
      secretsIn(facts.envFile(path, text), settings.extraVariables);
    } else if (isScriptFile(path)) {
      const libraries = facts.libraries.of(packageOf(path, files), { files, overview });
      const framework = frameworkOf(libraries);
      facts.script(path, text, { framework, files, isNamed: isNamed(path, settings.files) });
    }
  }
}
