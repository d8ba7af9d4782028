import { applyEdits, type FileEdit } from "../../edit.ts";
import { parseModule } from "../syntax.ts";

/** The text of a file, undefined for one that is none of the project's source. */
type TextOf = (file: string) => string | undefined;

/**
 * The edits, or none at all where one of them would leave source that parses worse than before: no
 * fix is better than one that breaks the code.
 */
export function soundEdits(edits: readonly FileEdit[], textOf: TextOf): readonly FileEdit[] {
  const isSound = edits.every((edit) => {
    const text = textOf(edit.file);
    return text === undefined || parsesAsWell(text, edit);
  });
  return isSound ? edits.filter(({ edits: some }) => some.length > 0) : [];
}

function parsesAsWell(text: string, { file, edits }: FileEdit): boolean {
  try {
    return errorCount(file, applyEdits(text, edits)) <= errorCount(file, text);
  } catch (error) {
    // Two edits of one place, as where a value is reached in two ways.
    if (error instanceof RangeError) return false;
    throw error;
  }
}

function errorCount(path: string, text: string): number {
  let count = 0;
  parseModule(path, text).tree.iterate({
    enter: ({ type }) => {
      if (type.isError) count += 1;
    },
  });
  return count;
}
