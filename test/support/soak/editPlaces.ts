import assert from "node:assert/strict";
import { parse } from "dotenv";
import { type EnvEntry, parseEntries } from "../../../src/core/dotenv/parse.ts";
import type { Span, TextEdit } from "../../../src/core/edit.ts";

// What may be written where, and what must be there still: by the text, not by what wrote the edits.

const BREAK = /\r\n|\r|\n/;
const MARK = /^\uFEFF/;

/** Within the entry's own value, and what a `#` without blanks around it cut off of that. */
export function assertWithinValue(text: string, entry: EnvEntry, edits: readonly TextEdit[]): void {
  const { start, end } = entry.literalSpan;
  const [edit, ...more] = edits;
  assert.ok(edit && more.length === 0, "more than one place");
  const last = end + tailOf(text, entry).length;
  assert.ok(start <= edit.start && edit.end <= last, shown(edit));
}

function tailOf(text: string, { literalSpan, commentSpan, quote }: EnvEntry): string {
  if (quote !== "" || commentSpan?.start !== literalSpan.end) return "";
  const comment = text.slice(commentSpan.start, commentSpan.end);
  return /^#\S.*?(?=\s+#|\s*$)/.exec(comment)?.[0] ?? "";
}

/** One line more, at the end in the style of that; at the start where it would not be read there. */
export function assertLineAdded(
  text: string,
  [name, value]: readonly [string, string],
  edits: readonly TextEdit[],
): void {
  const first = MARK.test(text) ? 1 : 0;
  const [edit, ...more] = edits;
  assert.ok(edit && more.length === 0, "more than one line");
  assertInserts(edit, edit.start === first ? first : text.length);
  const isEnded = text.length === first || edit.start < text.length || /[\r\n]$/.test(text);
  if (edit.start < text.length) {
    const atEnd = `${text}${/[\r\n]$/.test(text) ? "" : "\n"}${edit.newText}`;
    assert.notDeepEqual({ ...parse(atEnd) }, { ...parse(text), [name]: value });
  }
  const style = isEnded ? /^[^\r\n]+\r?\n$/ : /^\r?\n[^\r\n]+$/;
  assert.match(edit.newText, style);
}

/** A comment of one line above the entry, behind the mark that a file may begin with. */
export function assertCommentAdded(text: string, { span }: EnvEntry, edit: TextEdit): void {
  assertInserts(edit, edit.start);
  assert.ok(edit.start <= span.start, shown(edit));
  assert.ok(edit.start === 0 || /[\r\n\uFEFF\u2028\u2029]/.test(text[edit.start - 1] ?? ""));
  assert.ok(edit.start > 0 || !MARK.test(text), "before the byte order mark");
  assert.match(edit.newText, /^[\t ]*#[^\r\n]*\r?\n$/);
}

export function assertCommentedOut({ span }: EnvEntry, edit: TextEdit): void {
  assertInserts(edit, span.start);
  assert.equal(edit.newText, "# ");
}

function assertInserts(edit: TextEdit, place: number): void {
  assert.deepEqual([edit.start, edit.end], [place, place], shown(edit));
}

/** Of these entries alone, the blanks around them on their lines, and one break a line. */
export function assertRemoves(
  text: string,
  entries: readonly EnvEntry[],
  edits: readonly TextEdit[],
): void {
  for (const edit of edits) {
    const own = entries.filter(({ span }) => edit.start <= span.start && span.end <= edit.end);
    let around = "";
    let position = edit.start;
    for (const { span } of own) {
      around += text.slice(position, span.start);
      position = span.end;
    }
    around += text.slice(position, edit.end);
    assert.equal(edit.newText, "");
    assert.match(around, /^\s*$/);
    assert.ok(edit.start > 0 || !MARK.test(text), "the byte order mark goes too");
    assert.ok(around.split(BREAK).length - 1 <= own.length, "a blank line goes too");
  }
}

/** The old name where it is a name or referred to; of two lines that are one then, either. */
export function assertRenames(
  text: string,
  [from, to]: readonly [string, string],
  edits: readonly TextEdit[],
): void {
  const entries = parseEntries(text);
  const isName = ({ start, end }: Span) =>
    entries.some(
      ({ key, keySpan }) => key === from && keySpan.start === start && keySpan.end === end,
    );
  const isReference = ({ start, end }: Span) =>
    text.slice(start, end) === from &&
    /\$\{?$/.test(text.slice(0, start)) &&
    entries.some(({ key, literalSpan: value }) => {
      return key !== from && value.start < start && end <= value.end;
    });
  const removals = edits.filter(({ newText }) => newText === "");
  for (const edit of edits.filter(({ newText }) => newText !== "")) {
    assert.equal(edit.newText, to);
    assert.ok(isName(edit) || isReference(edit), shown(edit));
  }
  const isMerged = [from, to].every((name) => entries.some(({ key }) => key === name));
  assert.ok(removals.length === 0 || isMerged, "nothing to make one of");
  const removable = entries.filter(({ key }) => key === from || key === to);
  assertRemoves(text, removable, removals);
}

interface Replacing {
  /** Entries that go, and their comments with them. */
  readonly gone?: readonly EnvEntry[];
  /** Whose value changes: what a `#` cut off of it may go. */
  readonly replaced?: EnvEntry | undefined;
}

/**
 * All comments, in their order, and as many blank lines as before: whatever an edit means, it does
 * not mean these.
 */
export function assertRemarksLeft(
  text: string,
  after: string,
  { gone = [], replaced }: Replacing = {},
): void {
  const entries = parseEntries(text);
  const isSame = (one: EnvEntry) => (other: EnvEntry) => one.span.start === other.span.start;
  const lines = linesOutside(text, entries);
  const trailing = entries
    .filter((entry) => !gone.some(isSame(entry)))
    .flatMap((entry) => {
      const { commentSpan: span } = entry;
      if (span === undefined) return [];
      const tail = replaced && isSame(entry)(replaced) ? tailOf(text, entry) : "";
      return [{ start: span.start, text: text.slice(span.start + tail.length, span.end).trim() }];
    });
  const comments = [...lines.filter((line) => line.text.startsWith("#")), ...trailing];
  let position = 0;
  for (const comment of comments.sort((a, b) => a.start - b.start)) {
    const found = after.indexOf(comment.text, position);
    assert.ok(found >= 0, `lost: ${comment.text}`);
    position = found + comment.text.length;
  }
  // What stood between a CR and an LF makes one break of the two when it goes.
  if (/\r(?!\n)/.test(text)) return;
  const blank = after.split(BREAK).filter((line) => line.trim() === "").length;
  assert.ok(lines.filter((line) => line.text === "").length <= blank, "a blank line is lost");
}

/** No edit begins or ends with whole lines that are there already. */
export function assertNothingWrittenAnew(text: string, edits: readonly TextEdit[]): void {
  for (const { start, end, newText } of edits) {
    const [old, anew] = [text.slice(start, end).split("\n"), newText.split("\n")];
    if (old.length < 2 || anew.length < 2) continue;
    assert.notEqual(old[0], anew[0], `written anew: ${JSON.stringify(old[0])}`);
    assert.notEqual(old.at(-1) || old.at(-2), anew.at(-1) || anew.at(-2), "written anew");
  }
}

/** The lines, trimmed, that no entry has a part in. */
function linesOutside(text: string, entries: readonly EnvEntry[]) {
  const lines: { readonly start: number; readonly text: string }[] = [];
  let start = 0;
  for (const line of text.split(/(?<=\n)|(?<=\r)(?!\n)/)) {
    const from = start;
    const end = from + line.replace(/[\r\n]+$/, "").length;
    if (!entries.some(({ span }) => span.start <= end && from <= span.end)) {
      lines.push({ start, text: line.trim() });
    }
    start += line.length;
  }
  return lines;
}

function shown(edit: TextEdit): string {
  return `not where it may be: ${JSON.stringify(edit)}`;
}
