import type { FileEdit } from "../edit.ts";
import { ignoreEdit } from "../gitignore/ignoreEdit.ts";
import type { Project } from "../project.ts";
import { setVariable } from "./edit.ts";

/**
 * The edits that give a variable a secret where the project has none yet, in a file that git is
 * kept from committing. Without edits where a real value stands already.
 */
export function storeSecret(project: Project, name: string, secret: string): readonly FileEdit[] {
  return keepPrivate(project, setVariable(project, name, secret));
}

/** An edit that writes a secret, and the one that keeps git from committing its file. */
export function keepPrivate(project: Project, edit: FileEdit): readonly FileEdit[] {
  if (edit.edits.length === 0) return [];
  const isOpen = project.repository?.isIgnored(edit.file) === false;
  return isOpen ? [edit, ...ignoreEdit(project, [edit.file])] : [edit];
}
