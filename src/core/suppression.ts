import { commentPlaces, commentSignOf } from "./commentPlaces.ts";
import { lineEndingOf, type Span, type TextEdit } from "./edit.ts";
import { type LineMap, lineMap } from "./lines.ts";

/**
 * A comment that silences rules: `auth-secret-ignore-next-line` for the line below, and
 * `auth-secret-ignore` for its own line. Rule ids may follow, separated by commas or spaces, then
 * ` -- ` and a reason; without ids it silences all rules.
 */
const MARKER = "auth-secret-ignore";
const NEXT_LINE = "-next-line";

/** One such comment. */
export interface Suppression {
  /** From the marker to the end of its line or comment. */
  readonly span: Span;
  /** The line that it silences, from 0. */
  readonly line: number;
  /** The ids of the rules that it silences; none stands for all. */
  readonly rules: readonly string[];
}

export interface Suppressions {
  readonly comments: readonly Suppression[];
  /** The comments that silence a rule at a place; more than one may. */
  at(rule: string, span: Span): readonly Suppression[];
}

const NOTHING: Suppressions = { comments: [], at: () => [] };

/**
 * The suppressions of a file. What stands on a later line of a value that spans several is silenced
 * by those of the value's first line, too: above its own there is no place for a comment.
 */
export function readSuppressions(path: string, text: string): Suppressions {
  if (!text.includes(MARKER)) return NOTHING;
  const lines = lineMap(text);
  const places = commentPlaces(path, text);
  const comments: Suppression[] = [];
  for (const { index } of text.matchAll(MARKERS)) {
    // What a comment says of itself in its reason is none of its own.
    const isWithin = index < (comments.at(-1)?.span.end ?? 0);
    if (!isWithin && places.isInComment(index)) comments.push(readComment(text, index, lines));
  }
  const byLine = new Map<number, Suppression[]>();
  for (const comment of comments) {
    const known = byLine.get(comment.line);
    if (known === undefined) byLine.set(comment.line, [comment]);
    else known.push(comment);
  }
  return {
    comments,
    at(rule, { start }) {
      const silencing = new Set([lines.positionAt(start).line, places.lineFor(start)]);
      return [...silencing]
        .flatMap((line) => byLine.get(line) ?? [])
        .filter(({ rules }) => rules.length === 0 || rules.includes(rule));
    },
  };
}

const MARKERS = /(?<![\w-])auth-secret-ignore(?:-next-line)?(?!\w|-\w)/g;
/** What ends a comment, or begins the next one on its line. */
const END = /\*\/|-->|(?:#|\/\/|\/\*|<!--)[\t ]*(?=auth-secret-ignore)/;

/** More than there are rules to name and reasons to give; lines may have many of these comments. */
const LONGEST = 2_000;

function readComment(text: string, start: number, lines: LineMap): Suppression {
  const { line } = lines.positionAt(start);
  const rest = text.slice(start, Math.min(lines.startOf(line + 1), start + LONGEST));
  const comment = (rest.split(END, 1)[0] ?? "").trimEnd();
  const isNextLine = comment.startsWith(NEXT_LINE, MARKER.length);
  const words = comment.slice(MARKER.length + (isNextLine ? NEXT_LINE.length : 0));
  const [ids = ""] = words.split("--", 1);
  return {
    span: { start, end: start + comment.length },
    line: isNextLine ? line + 1 : line,
    rules: ids.match(/[a-z][a-z-]*/g) ?? [],
  };
}

/**
 * Writes the comment that silences a rule, in a file that takes comments, above the line on which the
 * span starts, or above all of a value in which that line begins.
 */
export function suppressionEdit(path: string, text: string, span: Span, rule: string): TextEdit {
  const lines = lineMap(text);
  const lineStart = lines.startOf(commentPlaces(path, text).lineFor(span.start));
  // A byte order mark stays the first character of its file.
  const start = text.charCodeAt(lineStart) === 0xfeff ? lineStart + 1 : lineStart;
  const indent = /^[\t ]*/.exec(text.slice(start, span.start))?.[0] ?? "";
  const comment = commentSignOf(path) ?? "//";
  const newText = `${indent}${comment} ${MARKER}${NEXT_LINE} ${rule}${lineEndingOf(text)}`;
  return { start, end: start, newText };
}

/**
 * Takes a comment away again: its whole line if nothing else stands there, otherwise what lies
 * between the comment's own sign and its end.
 */
export function removalOf(text: string, { span }: Suppression): TextEdit {
  const lines = lineMap(text);
  const { line } = lines.positionAt(span.start);
  const [lineStart, lineEnd] = [lines.startOf(line), lines.startOf(line + 1)];
  const before = text.slice(lineStart, span.start);
  const behind = text.slice(span.end, lineEnd);
  const opening = /(?:\/\/|\/\*|#|<!--)[\t ]*$/.exec(before)?.[0] ?? "";
  const closing = /^[\t ]*(?:\*\/|-->)/.exec(behind)?.[0] ?? "";
  const isAlone =
    before.slice(0, before.length - opening.length).trim() === "" &&
    behind.slice(closing.length).trim() === "";
  if (isAlone) return { start: lineStart, end: lineEnd, newText: "" };
  const start = lineStart + before.slice(0, before.length - opening.length).trimEnd().length;
  return { start, end: span.end + closing.length, newText: "" };
}
