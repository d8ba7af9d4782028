import { applyEdits, type FileEdit, lineEndingOf, type TextEdit } from "../edit.ts";
import { directoryOf, isWithin, joinPath } from "../paths.ts";
import type { Project } from "../project.ts";
import { type IgnoreFiles, isIgnoredBy, isTakenBack } from "./isIgnored.ts";
import { missingEntries } from "./missingEntries.ts";

/** Begins each block of entries. */
export const HEADING = "# Environment files: they hold secrets";

/**
 * The edits after which git leaves these files out, each in the `.gitignore` nearest to its file;
 * where there is none, in a new one at the repository's top, or in the project's folder if that is
 * in no repository. Without edits where nothing is missing.
 */
export function ignoreEdit(project: Project, files: readonly string[]): readonly FileEdit[] {
  const groups = new Map<string, string[]>();
  for (const path of files) {
    const target = ignoreFileFor(path, project);
    groups.set(target, [...(groups.get(target) ?? []), path]);
  }
  return [...groups].flatMap(([file, paths]) => {
    const edits = editsOf(file, paths, project);
    return edits.length > 0 ? [{ file, edits }] : [];
  });
}

/** Those of the repository that a path is in: git reads none above its top, nor another's. */
function ignoreFilesFor(path: string, { repository }: Project): IgnoreFiles {
  if (repository === undefined) return new Map();
  const root = repository.rootOf(path);
  return new Map([...repository.ignoreFiles].filter(([file]) => repository.rootOf(file) === root));
}

/** The `.gitignore` that decides over a file: the deepest one, since its patterns win. */
function ignoreFileFor(path: string, project: Project): string {
  const known = ignoreFilesFor(path, project);
  const above = [...known.keys()].filter((file) => isWithin(path, directoryOf(file)));
  const [nearest] = above.sort((a, b) => b.length - a.length);
  return nearest ?? joinPath(project.repository?.rootOf(path) ?? project.directory, ".gitignore");
}

function editsOf(file: string, paths: readonly string[], project: Project): readonly TextEdit[] {
  const known = ignoreFilesFor(file, project);
  const root = project.repository?.rootOf(file);
  // What is in another repository this file has no say over.
  const isElsewhere = (path: string) => project.repository?.rootOf(path) !== root;
  const names = { ignoresCase: project.repository?.ignoresCase(file) === true };
  const text = known.get(file) ?? "";
  const isIgnored = (path: string) =>
    project.repository?.isIgnored(path) === true || isIgnoredBy(path, known, names);
  const entries = missingEntries(project, paths, directoryOf(file), {
    isIgnored: (path) => isElsewhere(path) || isIgnored(path),
    isTakenBack: (path) => isTakenBack(path, known, names),
    names,
  });
  if (entries.length === 0) return [];
  const isEnough = (edit: TextEdit) => {
    const edited = new Map(known).set(file, applyEdits(text, [edit]));
    return paths.every((path) => isIgnored(path) || isIgnoredBy(path, edited, names));
  };
  const under = underHeading(text, entries);
  return [under && isEnough(under) ? under : atEnd(text, entries)];
}

/** Right below the entries of an earlier edit: of no use where a later pattern takes them back. */
function underHeading(text: string, entries: readonly string[]): TextEdit | undefined {
  const block = /^# Environment files: they hold secrets\r?\n(?:[^\s#].*\n)*/m.exec(text);
  if (block === null) return undefined;
  const start = block.index + block[0].length;
  const newline = lineEndingOf(text);
  return { start, end: start, newText: entries.map((entry) => entry + newline).join("") };
}

/** A block of its own at the end, where it has the last word; the text's last line keeps its style. */
function atEnd(text: string, entries: readonly string[]): TextEdit {
  const newline = lineEndingOf(text);
  const block = [HEADING, ...entries].join(newline);
  const end = { start: text.length, end: text.length };
  if (text === "") return { ...end, newText: block + newline };
  const isEnded = text.endsWith("\n");
  const isBlank = /(?:^|\n)[\t ]*\r?\n$/.test(text);
  const gap = isEnded ? (isBlank ? "" : newline) : newline + newline;
  return { ...end, newText: gap + block + (isEnded ? newline : "") };
}
