import { applyEdits, type TextEdit } from "../edit.ts";
import { type EnvEntry, parseEntries } from "./parse.ts";

/**
 * Takes an assignment out, with its line where it stands alone on it. Undefined where no such edit
 * leaves all other assignments as they are.
 */
export function removeEntry(text: string, entry: EnvEntry): TextEdit | undefined {
  return removeEntries(text, [entry])?.[0];
}

/** The same for several assignments. */
export function removeEntries(
  text: string,
  entries: readonly EnvEntry[],
): readonly TextEdit[] | undefined {
  const edits: TextEdit[] = [];
  for (const { start, end } of entries.map((entry) => lineOf(text, entry))) {
    const before = edits.at(-1);
    // The last line takes the break before it along, which may be the removed line's above it.
    if (before !== undefined && start < before.end) {
      edits[edits.length - 1] = { start: before.start, end, newText: "" };
    } else edits.push({ start, end, newText: "" });
  }
  return isHarmless(text, entries, edits) ? edits : undefined;
}

/** Keeps an assignment as a comment. Undefined for one of several lines, or that shares its line. */
export function commentOut(text: string, entry: EnvEntry): TextEdit | undefined {
  return commentOutAll(text, [entry])?.[0];
}

/** The same for several assignments. */
export function commentOutAll(
  text: string,
  entries: readonly EnvEntry[],
): readonly TextEdit[] | undefined {
  if (entries.some(({ span }) => /[\r\n]/.test(text.slice(span.start, span.end)))) return undefined;
  const edits = entries.map(({ span: { start } }) => ({ start, end: start, newText: "# " }));
  return isHarmless(text, entries, edits) ? edits : undefined;
}

/**
 * From the line's start to behind its break; the break before it where it is the last. The entry alone
 * where something stands before it, which `dotenv` reads as a line of its own: behind a U+2028.
 */
function lineOf(text: string, { span }: EnvEntry) {
  const lineStart = Math.max(...["\n", "\r"].map((mark) => text.lastIndexOf(mark, span.start))) + 1;
  if (text.slice(lineStart, span.start).trim() !== "") return span;
  const [blank = ""] = /[^\S\r\n\uFEFF]*$/.exec(text.slice(0, span.start)) ?? [];
  const [rest = ""] = /^[^\S\r\n]*(?:\r\n|\r|\n|$)/.exec(text.slice(span.end)) ?? [];
  const start = span.start - blank.length;
  const end = span.end + rest.length;
  const isLast = end === text.length && !/[\r\n]$/.test(rest);
  const [before = ""] = isLast ? (/(?:\r\n|\r|\n)$/.exec(text.slice(0, start)) ?? []) : [];
  return { start: start - before.length, end };
}

function isHarmless(text: string, gone: readonly EnvEntry[], edits: readonly TextEdit[]): boolean {
  const places = new Set(gone.map(({ keySpan }) => keySpan.start));
  const wanted = parseEntries(text).filter(({ keySpan }) => !places.has(keySpan.start));
  const left = parseEntries(applyEdits(text, edits));
  return left.length === wanted.length && left.every(isLike(wanted));
}

function isLike(wanted: readonly EnvEntry[]) {
  return ({ key, value }: EnvEntry, index: number) =>
    wanted[index]?.key === key && wanted[index]?.value === value;
}
