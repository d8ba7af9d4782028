import { isTestEnvFile } from "./dotenv/files.ts";
import type { EnvEntry, EnvFile } from "./dotenv/parse.ts";
import { renameEntries } from "./dotenv/renameEntries.ts";
import type { FileEdit } from "./edit.ts";
import type { RenamedUrl } from "./frameworks/framework.ts";
import { directoryOf } from "./paths.ts";
import type { Project } from "./project.ts";
import { renameEverywhere } from "./script/rewrite/renameEverywhere.ts";
import { soundEdits } from "./script/rewrite/soundEdits.ts";

interface UrlEntry {
  readonly file: EnvFile;
  readonly entry: EnvEntry;
}

/** Where env files, templates included, set the address under an earlier version's name. */
export function legacyUrlEntries(
  { directory, envFiles }: Project,
  { legacy }: RenamedUrl,
): readonly UrlEntry[] {
  return envFiles
    .filter(({ path }) => directoryOf(path) === directory && !isTestEnvFile(path))
    .flatMap((file) =>
      file.entries.filter(({ key }) => key === legacy).map((entry) => ({ file, entry })),
    );
}

/** Renames it in all of the project; undefined where it cannot be told what is meant. */
export function renameUrlEdits(
  { envFiles, scripts }: Project,
  { legacy, variable }: RenamedUrl,
): readonly FileEdit[] | undefined {
  const edits: FileEdit[] = [];
  for (const file of envFiles) {
    const own = renameEntries(file, legacy, variable);
    if (own === undefined) return undefined;
    edits.push({ file: file.path, edits: own });
  }
  for (const script of scripts) {
    const own = renameEverywhere(script, legacy, variable);
    if (own === undefined) return undefined;
    edits.push({ file: script.path, edits: own });
  }
  return soundEdits(
    edits.filter(({ edits: some }) => some.length > 0),
    (path) => scripts.find((script) => script.path === path)?.text,
  );
}
