import { lastEntry } from "./dotenv/edit.ts";
import { filesLoadedIn, type Mode } from "./dotenv/loadOrder.ts";
import { readerOf } from "./dotenv/mangling.ts";
import type { EnvFile } from "./dotenv/parse.ts";
import { MODES } from "./loaders/index.ts";
import type { Project } from "./project.ts";

/** The env files that set a variable in some modes; workspace-relative with `/`, the winner first. */
export interface SettingFiles {
  readonly modes: readonly Mode[];
  readonly files: readonly string[];
}

/**
 * Which files set a variable, as the project's loader loads them; modes with the same files are told
 * together. Empty where no file that is loaded sets it in any mode.
 */
export function settingFiles(project: Project, variable: string): readonly SettingFiles[] {
  const groups = new Map<string, SettingFiles>();
  for (const mode of MODES) {
    const files = filesLoadedIn(project, mode)
      .filter((file) => isSetIn(project, file, variable))
      .map(({ path }) => path);
    const key = files.join("\n");
    groups.set(key, { modes: [...(groups.get(key)?.modes ?? []), mode], files });
  }
  const found = [...groups.values()];
  return found.some(({ files }) => files.length > 0) ? found : [];
}

/** A loader passes over lines that another one reads. */
function isSetIn(project: Project, file: EnvFile, variable: string): boolean {
  if (lastEntry(file.entries, variable) === undefined) return false;
  const reader = readerOf(project, file);
  return reader === undefined || reader.read(file.text).has(variable);
}
