import type { EnvEntry, EnvFile } from "../dotenv/parse.ts";
import type { FileEdit } from "../edit.ts";
import type { Project } from "../project.ts";
import { dropFromLists } from "../script/rewrite/dropFromList.ts";
import { currentSecret } from "./current.ts";
import { drop, dropNumbered, takenOf } from "./envEdits.ts";

/** An assignment that is kept for old sessions. */
interface Retired {
  readonly file: EnvFile;
  readonly entry: EnvEntry;
}

/**
 * The edits after which a secret that was kept is gone from its env file, and from the source where
 * no other file has it. Undefined where it is the one in use, or where the source reads it in a way
 * that cannot be taken back for certain.
 */
export function retirementEdits(
  project: Project,
  { file, entry }: Retired,
): readonly FileEdit[] | undefined {
  const { numbered, retry } = project.framework.rotation;
  const isNewest = takenOf(file.entries, numbered).at(-1) === entry;
  if (isNewest || currentSecret(project)?.entry.key === entry.key) return undefined;
  const isNumbered = numbered.includes(entry.key) && isAlone(project, file, numbered);
  const own = isNumbered ? dropNumbered({ ...file, entry }, numbered) : drop({ ...file, entry });
  if (own.length === 0) return undefined;
  const env: FileEdit = { file: file.path, edits: own };
  const isElsewhere = project.envFiles.some(
    (other) => other !== file && !other.isTemplate && sets(other, [entry.key]),
  );
  if (isElsewhere || isNumbered || retry !== undefined) return [env];
  const source = dropFromLists(project, entry.key);
  return source && [env, ...source];
}

/** True where no other file has a number of its own, which would get a new meaning. */
function isAlone({ envFiles }: Project, file: EnvFile, numbered: readonly string[]): boolean {
  return envFiles.every((other) => other === file || other.isTemplate || !sets(other, numbered));
}

function sets({ entries }: EnvFile, names: readonly string[]): boolean {
  return entries.some(({ key, value }) => names.includes(key) && value !== "");
}
