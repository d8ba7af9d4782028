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
  const start = blankBefore(text, span.start);
  if (start > 0 && !isLineStart(text, start)) return span;
  const [rest = ""] = /^[^\S\r\n]*(?:\r\n|\r|\n|$)/.exec(text.slice(span.end)) ?? [];
  const end = span.end + rest.length;
  const isLast = end === text.length && !/[\r\n]$/.test(rest);
  const [before = ""] = isLast
    ? (/(?:\r\n|\r|\n)$/.exec(text.slice(Math.max(0, start - 2), start)) ?? [])
    : [];
  return { start: start - before.length, end };
}

/** Where the blanks before a place begin; a byte order mark is none of them. */
function blankBefore(text: string, place: number): number {
  let start = place;
  while (start > 0 && /[^\S\r\n\uFEFF]/.test(text.charAt(start - 1))) start--;
  return start;
}

function isLineStart(text: string, place: number): boolean {
  const before = text.charAt(place - 1);
  return before === "\n" || before === "\r" || (before === "\uFEFF" && place === 1);
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
