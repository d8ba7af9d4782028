import { applyEdits, type TextEdit } from "../edit.ts";
import { type EnvEntry, parseEntries } from "./parse.ts";

/**
 * Takes an assignment out, with its line where it stands alone on it. Undefined where no such edit
 * leaves all other assignments as they are.
 */
export function removeEntry(text: string, entry: EnvEntry): TextEdit | undefined {
  const { start, end } = lineOf(text, entry);
  return ifHarmless(text, entry, { start, end, newText: "" });
}

/** Keeps an assignment as a comment. Undefined for one of several lines, or that shares its line. */
export function commentOut(text: string, entry: EnvEntry): TextEdit | undefined {
  const { start, end } = entry.span;
  if (/[\r\n]/.test(text.slice(start, end))) return undefined;
  return ifHarmless(text, entry, { start, end: start, newText: "# " });
}

/** From the line's start to behind its break; the break before it where it is the last. */
function lineOf(text: string, { span }: EnvEntry) {
  const [blank = ""] = /[^\S\r\n\uFEFF]*$/.exec(text.slice(0, span.start)) ?? [];
  const [rest = ""] = /^[^\S\r\n]*(?:\r\n|\r|\n|$)/.exec(text.slice(span.end)) ?? [];
  const start = span.start - blank.length;
  const end = span.end + rest.length;
  const isLast = end === text.length && !/[\r\n]$/.test(rest);
  const [before = ""] = isLast ? (/(?:\r\n|\r|\n)$/.exec(text.slice(0, start)) ?? []) : [];
  return { start: start - before.length, end };
}

function ifHarmless(text: string, entry: EnvEntry, edit: TextEdit): TextEdit | undefined {
  const wanted = parseEntries(text).filter(({ keySpan }) => keySpan.start !== entry.keySpan.start);
  const left = parseEntries(applyEdits(text, [edit]));
  const isSame = left.length === wanted.length && left.every(isLike(wanted));
  return isSame ? edit : undefined;
}

function isLike(wanted: readonly EnvEntry[]) {
  return ({ key, value }: EnvEntry, index: number) =>
    wanted[index]?.key === key && wanted[index]?.value === value;
}
