import type { Span } from "../edit.ts";
import { isTemplateFile } from "./files.ts";
import { type OffsetMap, unifyLineBreaks } from "./lineBreaks.ts";
import { findClosingQuote, type Quote, unquote } from "./quotes.ts";

export type { Quote };

/** One assignment of an env file, read exactly as `dotenv` 18 reads it, with where it stands. */
export interface EnvEntry {
  readonly key: string;
  /** What the program gets, in `dotenv`'s reading: without quotes, escapes resolved, trimmed. */
  readonly value: string;
  readonly quote: Quote;
  /** From the key, or the `export` before it, to the end of value and comment. */
  readonly span: Span;
  readonly keySpan: Span;
  /** The value without its quotes; empty and right behind the separator where there is no value. */
  readonly valueSpan: Span;
  /** The value with its quotes. */
  readonly literalSpan: Span;
  /** From `#` to the end of the line, where a comment follows the value. */
  readonly commentSpan: Span | undefined;
}

/** An env file as the rules see it. */
export interface EnvFile {
  /** Workspace-relative path with `/`. */
  readonly path: string;
  readonly text: string;
  /** In the order of the file. A key may stand more than once: the last one counts. */
  readonly entries: readonly EnvEntry[];
  /** Meant to be committed and to hold placeholders: `.env.example` and its like. */
  readonly isTemplate: boolean;
}

export function parseEnvFile(path: string, text: string): EnvFile {
  return { path, text, entries: parseEntries(text), isTemplate: isTemplateFile(path) };
}

/**
 * The assignments that `dotenv` 18.0.10 finds, found in one pass: its own expression, tried anew
 * at every position, takes quadratic time on some inputs.
 */
export function parseEntries(text: string): readonly EnvEntry[] {
  const source = unifyLineBreaks(text);
  const entries: EnvEntry[] = [];
  let position = 0;
  while (position < source.text.length) {
    const start = endOf(SPACE, source.text, position);
    const assignment = matchAt(ASSIGNMENT, source.text, start);
    if (assignment === undefined) {
      position = endOf(REST_OF_LINE, source.text, start);
    } else {
      const entry = readEntry(source.text, start, assignment);
      entries.push(source.toOriginal ? inOriginalOffsets(entry, source.toOriginal) : entry);
      position = endOf(REST_OF_LINE, source.text, entry.span.end);
    }
  }
  return entries;
}

const SPACE = /\s*/y;
/** A separator may stand lines below its key; after a colon there must be white space. */
const ASSIGNMENT = /(export\s+)?([\w.-]+)(\s*=|:\s)/y;
const BEFORE_QUOTE = /\s*(?=['"`])/y;
const BARE = /[^#\n]*/y;
const COMMENT = /[^\S\n\u2028\u2029]*(#.*)/y;
const REST_OF_LINE = /.*/y;

function matchAt(pattern: RegExp, text: string, position: number): RegExpExecArray | undefined {
  pattern.lastIndex = position;
  return pattern.exec(text) ?? undefined;
}

function endOf(pattern: RegExp, text: string, position: number): number {
  return position + (matchAt(pattern, text, position)?.[0].length ?? 0);
}

function readEntry(text: string, start: number, assignment: RegExpExecArray): EnvEntry {
  const [whole, prefix = "", key = ""] = assignment;
  const keyStart = start + prefix.length;
  const literal = readLiteral(text, start + whole.length);
  const raw = text.slice(literal.start, literal.end);
  const { value, quote } = unquote(raw);
  const comment = matchAt(COMMENT, text, literal.scanned)?.[1];
  const commentEnd = comment === undefined ? 0 : COMMENT.lastIndex;
  return {
    key,
    value,
    quote,
    span: { start, end: Math.max(literal.end, commentEnd) },
    keySpan: { start: keyStart, end: keyStart + key.length },
    valueSpan: { start: literal.start + quote.length, end: literal.end - quote.length },
    literalSpan: { start: literal.start, end: literal.end },
    commentSpan:
      comment === undefined ? undefined : { start: commentEnd - comment.length, end: commentEnd },
  };
}

/** Where the value stands, quotes included, and up to where the text was looked at for it. */
interface Literal extends Span {
  readonly scanned: number;
}

function readLiteral(text: string, start: number): Literal {
  const quoted = matchAt(BEFORE_QUOTE, text, start);
  if (quoted !== undefined) {
    const open = start + quoted[0].length;
    const close = findClosingQuote(text, open);
    if (close !== undefined) return { start: open, end: close + 1, scanned: close + 1 };
  }
  const scanned = endOf(BARE, text, start);
  const bare = text.slice(start, scanned);
  const trimmed = bare.trim();
  if (trimmed === "") return { start, end: start, scanned };
  const first = start + bare.length - bare.trimStart().length;
  return { start: first, end: first + trimmed.length, scanned };
}

function inOriginalOffsets(entry: EnvEntry, toOriginal: OffsetMap): EnvEntry {
  const map = ({ start, end }: Span): Span => ({ start: toOriginal(start), end: toOriginal(end) });
  return {
    ...entry,
    span: map(entry.span),
    keySpan: map(entry.keySpan),
    valueSpan: map(entry.valueSpan),
    literalSpan: map(entry.literalSpan),
    commentSpan: entry.commentSpan && map(entry.commentSpan),
  };
}
