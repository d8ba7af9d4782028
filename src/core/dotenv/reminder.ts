import { lineEndingOf, type Span, type TextEdit } from "../edit.ts";
import { type LineMap, lineMap } from "../lines.ts";
import type { EnvEntry, EnvFile } from "./parse.ts";

/** A comment above an entry, or behind it, that says when the entry can go. */
export interface Reminder {
  readonly entry: EnvEntry;
  /** The last day on which the entry is needed: `2027-01-31`. */
  readonly date: string;
  readonly dateSpan: Span;
  /** From its `#` to the date. */
  readonly span: Span;
  /** The whole line where it stands above; undefined where it is behind the value. */
  readonly line: Span | undefined;
}

const COMMENT = /#[^\S\r\n]*auth-secret:[^\S\r\n]*drop after[^\S\r\n]+(\d{4}-\d{2}-\d{2})\b/;

/**
 * The comment that a retired secret is kept with, without a line break. It stands on a line of its
 * own: `docker run --env-file` and `@next/env` 13 take one behind a value for a part of it.
 */
export function reminderText(date: string): string {
  return `# auth-secret: drop after ${date}`;
}

/** The reminders of an env file, in its order. */
export function remindersIn({ text, entries }: EnvFile): readonly Reminder[] {
  if (!text.includes("auth-secret:")) return [];
  const above = commentsAbove(text);
  return entries.flatMap((entry) => reminderOf(text, entry, above) ?? []);
}

function reminderOf(
  text: string,
  entry: EnvEntry,
  above = commentsAbove(text),
): Reminder | undefined {
  const { commentSpan } = entry;
  const behind = commentSpan && dateIn(text, commentSpan);
  if (behind !== undefined) return { entry, ...behind, line: undefined };
  const found = above(entry.span.start);
  return found && { entry, ...found };
}

type PlacedDate = Omit<Reminder, "entry" | "line">;
type DateAbove = PlacedDate & { readonly line: Span };

/** Finds the date in the comments above the line of an offset, each line of which is read once. */
function commentsAbove(text: string): (offset: number) => DateAbove | undefined {
  const lines = lineMap(text);
  const known = new Map<number, DateAbove | undefined>();
  return (offset) => {
    const { line } = lines.positionAt(offset);
    if (!known.has(line)) known.set(line, dateAbove(text, lines, line));
    return known.get(line);
  };
}

function dateAbove(text: string, lines: LineMap, below: number): DateAbove | undefined {
  // Comments above belong to the entry up to a blank line or another entry.
  for (let number = below - 1; number >= 0; number--) {
    const start = number === 0 ? Number(text.startsWith("\uFEFF")) : lines.startOf(number);
    const line = { start, end: lines.startOf(number + 1) };
    if (!/^[^\S\r\n]*#/.test(text.slice(line.start, line.end))) return undefined;
    const found = dateIn(text, line);
    if (found !== undefined) return { ...found, line };
  }
  return undefined;
}

function dateIn(text: string, within: Span): PlacedDate | undefined {
  const match = COMMENT.exec(text.slice(within.start, within.end));
  if (match === null) return undefined;
  const [whole, date = ""] = match;
  const first = within.start + match.index;
  const end = first + whole.length;
  return { date, dateSpan: { start: end - date.length, end }, span: { start: first, end } };
}

/** Writes the date into an entry's reminder, or a reminder above the entry. */
export function remind(text: string, entry: EnvEntry, date: string): TextEdit {
  const known = reminderOf(text, entry);
  if (known !== undefined) return { ...known.dateSpan, newText: date };
  const { start } = lineRound(text, entry.span.start);
  return { start, end: start, newText: reminderText(date) + lineEndingOf(text) };
}

/** Takes an entry's reminder away, with its line where it has one. */
export function forget(text: string, entry: EnvEntry): readonly TextEdit[] {
  const known = reminderOf(text, entry);
  return known === undefined ? [] : [{ ...(known.line ?? known.span), newText: "" }];
}

/** Takes an entry out with its lines, and the reminder that stands above it. */
export function dropEntry(text: string, entry: EnvEntry): readonly TextEdit[] {
  const reminder = reminderOf(text, entry)?.line;
  const { start } = lineRound(text, entry.span.start);
  const { end } = lineRound(text, entry.span.end);
  const isAdjacent = reminder?.end === start;
  const first = isAdjacent ? reminder.start : start;
  const lines = { start: first, end, newText: "" };
  // The text's last line has no break of its own: the one before gives its up.
  const isOpenEnd = !/[\r\n]$/.test(text.slice(start, end));
  const gone = isOpenEnd ? { ...lines, start: first - breakBefore(text, first) } : lines;
  return reminder === undefined || isAdjacent ? [gone] : [{ ...reminder, newText: "" }, gone];
}

function breakBefore(text: string, offset: number): number {
  return /(?:\r\n|\r|\n)$/.exec(text.slice(Math.max(0, offset - 2), offset))?.[0].length ?? 0;
}

/** From the first character of the line that holds an offset to behind its line break. */
export function lineRound(text: string, offset: number): Span {
  const before = offset > 0 ? offset - 1 : offset;
  const breaks = [text.lastIndexOf("\n", before), text.lastIndexOf("\r", before)];
  const isFirst = offset === 0 || Math.max(...breaks) < 0;
  const start = isFirst ? Number(text.startsWith("\uFEFF")) : Math.max(...breaks) + 1;
  const rest = /[^\r\n]*(?:\r\n|\r|\n)?/y;
  rest.lastIndex = Math.max(offset, start);
  rest.exec(text);
  return { start, end: rest.lastIndex };
}
