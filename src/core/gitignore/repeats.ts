import type { TextEdit } from "../edit.ts";
import { smallestEdit } from "../fixAll.ts";
import { HEADING } from "./ignoreEdit.ts";

/**
 * The edit that takes out of a `.gitignore` what two fixes made of one text wrote twice; undefined where
 * there is nothing to take out. Of the blocks below our own heading only, and only what has no effect:
 * entries that stand further up already, with nothing between that takes them back.
 */
export function repeatsEdit(text: string): TextEdit | undefined {
  const lines = linesOf(text);
  const isEntry = entriesIn(lines);
  const seen = new Set<string>();
  const dropped = lines.map((line, at) => {
    const pattern = line.replace(/\r?\n$/, "");
    if (pattern.startsWith("!")) seen.clear();
    const isRepeat = isEntry[at] === true && seen.has(pattern);
    seen.add(pattern);
    return isRepeat;
  });
  if (!dropped.includes(true)) return undefined;
  dropEmptyBlocks(lines, isEntry, dropped);
  const kept = lines.filter((_, at) => !dropped[at]).join("");
  // What had no newline at its end gets none.
  const after = text.endsWith("\n") ? kept : kept.replace(/\r?\n$/, "");
  return smallestEdit(text, after);
}

/** Lines with their ends. */
function linesOf(text: string): readonly string[] {
  return text.match(/[^\n]*\n|[^\n]+$/g) ?? [];
}

/** Which lines are entries of a block of ours: from its heading to the next blank line or comment. */
function entriesIn(lines: readonly string[]): readonly boolean[] {
  let isOurs = false;
  return lines.map((line) => {
    const pattern = line.trimEnd();
    if (pattern === HEADING) isOurs = true;
    else if (pattern === "" || pattern.startsWith("#")) isOurs = false;
    else return isOurs;
    return false;
  });
}

/** Adds to what is dropped the headings that have lost all their entries, and the gaps before them. */
function dropEmptyBlocks(
  lines: readonly string[],
  isEntry: readonly boolean[],
  dropped: boolean[],
): void {
  for (const [at, line] of lines.entries()) {
    if (line.trimEnd() !== HEADING) continue;
    let end = at + 1;
    let isEmpty = isEntry[end] === true;
    for (; isEntry[end]; end++) isEmpty &&= dropped[end] === true;
    if (!isEmpty) continue;
    dropped[at] = true;
    if (lines[at - 1]?.trim() === "") dropped[at - 1] = true;
  }
}
