import type { Span, TextEdit } from "../../edit.ts";
import { skipTrivia } from "../repair/layout.ts";

/**
 * Takes one item out of a list in braces or brackets, with its comma, and with its line where it
 * stands alone on it. Comments stay.
 */
export function dropItem(text: string, { start, end }: Span): readonly TextEdit[] {
  const comma = commaBehind(text, end);
  const last = comma ?? end;
  const line = text.lastIndexOf("\n", start - 1) + 1;
  const isFirstOnLine = text.slice(line, start).trim() === "";
  const [rest = ""] = /^[^\S\r\n]*/.exec(text.slice(last)) ?? [];
  const [newline = ""] = /^\r?\n/.exec(text.slice(last + rest.length)) ?? [];
  const isAlone = isFirstOnLine && newline !== "";
  const from = isAlone ? line : start;
  const to = isAlone ? last + rest.length + newline.length : last + rest.length;
  if (comma !== undefined) {
    const hasComment = text.slice(end, comma - 1).trim() !== "";
    return hasComment ? leaveComment(text, start, end, comma) : [removal(from, to)];
  }
  const before = text.slice(0, start).trimEnd().length - 1;
  if (text.charAt(before) !== ",") return [removal(from, to)];
  if (!isFirstOnLine) return [removal(before, end)];
  return [removal(before, before + 1), removal(from, to)];
}

function removal(start: number, end: number): TextEdit {
  return { start, end, newText: "" };
}

/** A comment between the item and its comma is not ours to take. */
function leaveComment(text: string, start: number, end: number, comma: number) {
  const [blank = ""] = /^[^\S\r\n]*/.exec(text.slice(end)) ?? [];
  return [removal(start, end + blank.length), removal(comma - 1, comma)];
}

/** Takes a statement out, with its line where it stands alone on it. */
export function dropStatement(text: string, span: Span): TextEdit {
  const [rest = ""] = /^[^\S\r\n]*;?[^\S\r\n]*/.exec(text.slice(span.end)) ?? [];
  const end = span.end + rest.length;
  const line = text.lastIndexOf("\n", span.start - 1) + 1;
  const [newline = ""] = /^\r?\n/.exec(text.slice(end)) ?? [];
  const isAlone = text.slice(line, span.start).trim() === "" && newline !== "";
  return isAlone
    ? { start: line, end: end + newline.length, newText: "" }
    : { start: span.start, end, newText: "" };
}

/** The offset behind the comma that follows, comments skipped; undefined for the last item. */
function commaBehind(text: string, end: number): number | undefined {
  const next = skipTrivia(text, end);
  return text.charAt(next) === "," ? next + 1 : undefined;
}
