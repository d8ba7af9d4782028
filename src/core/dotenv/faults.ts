import type { Span } from "../edit.ts";
import type { EnvEntry } from "./parse.ts";

/** Why the value that a person reads in a line may not be the one that a program gets. */
export type FaultKind =
  | "unclosedQuote"
  | "doubledQuotes"
  | "textBehindQuote"
  | "typographicQuotes"
  | "invisible"
  | "cutOff"
  | "lineBreak"
  | "wrapped"
  | "reference"
  | "byteOrderMark"
  | "colon"
  | "unread"
  | "readOtherwise";

/** What is odd about how an entry is written, whoever reads it. */
export interface Fault {
  readonly kind: FaultKind;
  /** The characters at fault. */
  readonly span: Span;
  /** The value that a person reads there; undefined where nobody can tell. */
  readonly meant: string | undefined;
  /** What a new value takes the place of. */
  readonly replaced: Span;
  /** What is left to stand behind the new value. */
  readonly suffix?: string;
}

type Find = (text: string, entry: EnvEntry) => Fault | undefined;

/** The first that is odd about an entry's value by its form alone; undefined for most. */
export function faultOf(text: string, entry: EnvEntry): Fault | undefined {
  for (const find of FINDERS) {
    const fault = find(text, entry);
    if (fault !== undefined) return fault;
  }
  return undefined;
}

const FINDERS: readonly Find[] = [
  wrapped,
  lineBreak,
  doubledQuotes,
  textBehindQuote,
  unclosedQuote,
  typographicQuotes,
  cutOff,
  invisible,
];

/** `openssl rand -base64 64` and `base64` break their output at these lengths. */
const FULL_LINE = /^(?:[A-Za-z0-9+/]{64}|[A-Za-z0-9+/]{76})$/;
const NEXT_LINE = /\r?\n([A-Za-z0-9+/]{8,76}={0,2})(?=\s*(?:\n|$))/y;

function wrapped(text: string, { value, quote, literalSpan }: EnvEntry): Fault | undefined {
  if (quote !== "" || !FULL_LINE.test(value)) return undefined;
  NEXT_LINE.lastIndex = literalSpan.end;
  const [whole = "", rest = ""] = NEXT_LINE.exec(text) ?? [];
  // A variable that is set to nothing looks the same, but for its small letters.
  if (!/[a-z]/.test(rest) || !/[A-Z0-9]/.test(rest) || rest.length % 4 !== 0) return undefined;
  const end = literalSpan.end + whole.length;
  return {
    kind: "wrapped",
    span: { start: end - rest.length, end },
    meant: value + rest,
    replaced: { start: literalSpan.start, end },
  };
}

function lineBreak(text: string, { value, valueSpan, literalSpan }: EnvEntry): Fault | undefined {
  // Keys in PEM are meant to have several lines.
  if (!/[\r\n]/.test(value) || value.includes("-----")) return undefined;
  const joined = joinedLines(value);
  const isOneText = /^[A-Za-z0-9+/_-]+={0,2}$/.test(joined) || joined === value.trim();
  const raw = text.slice(valueSpan.start, valueSpan.end);
  const at = valueSpan.start + Math.max(0, raw.search(/[\r\n]|\\[rn]/));
  return {
    kind: "lineBreak",
    span: { start: at, end: Math.max(at + 1, endOfBreaks(text, at)) },
    meant: isOneText ? joined : undefined,
    replaced: literalSpan,
  };
}

/** The lines of a value in one, without the blanks where they meet. */
function joinedLines(value: string): string {
  const lines = value.split(/[\r\n]+/);
  const last = lines.length - 1;
  return lines
    .map((line, index) => (index > 0 ? line.trimStart() : line))
    .map((line, index) => (index < last ? line.trimEnd() : line))
    .join("");
}

/** The offset behind line breaks, written as they are or as `\n` and `\r`. */
function endOfBreaks(text: string, start: number): number {
  let end = start;
  for (;;) {
    if (/[\r\n]/.test(text.charAt(end))) end++;
    else if (/\\[rn]/.test(text.slice(end, end + 2))) end += 2;
    else return end;
  }
}

function doubledQuotes(_text: string, { value, literalSpan, valueSpan }: EnvEntry) {
  const [, quotes = "", inner = ""] = /^(["'`]+)([^"'`]+)\1$/.exec(value) ?? [];
  if (quotes === "") return undefined;
  const start = valueSpan.start;
  return {
    kind: "doubledQuotes",
    span: { start, end: start + quotes.length },
    meant: inner,
    replaced: literalSpan,
  } as const;
}

function textBehindQuote(text: string, { quote, value, literalSpan }: EnvEntry): Fault | undefined {
  const opening = value.charAt(0);
  if (quote !== "" || !/["'`]/.test(opening)) return undefined;
  const close = value.indexOf(opening, 1);
  if (close < 1) return undefined;
  const start = literalSpan.start + close + 1;
  const tail = text.slice(start, literalSpan.end);
  const isRemark = /^\s*\/\//.test(tail);
  const isPunctuation = /^\s*[;,]+$/.test(tail);
  return {
    kind: "textBehindQuote",
    span: { start: literalSpan.end - tail.trimStart().length, end: literalSpan.end },
    meant: isRemark || isPunctuation ? value.slice(1, close) : undefined,
    replaced: literalSpan,
    ...(isRemark && { suffix: tail.replace(/^\s*\/\/\s?/, " # ").trimEnd() }),
  };
}

function unclosedQuote(_text: string, { quote, value, literalSpan }: EnvEntry): Fault | undefined {
  const isOpen = quote === "" && /^["'`]./.test(value) && value.indexOf(value.charAt(0), 1) < 0;
  if (!isOpen) return undefined;
  return {
    kind: "unclosedQuote",
    span: { start: literalSpan.start, end: literalSpan.start + 1 },
    meant: value.slice(1),
    replaced: literalSpan,
  };
}

/** Between any of “”„‟«»‘’‚‹›. */
const TYPOGRAPHIC =
  /^[\xab\xbb\u2018-\u201f\u2039\u203a](.+?)[\xab\xbb\u2018-\u201f\u2039\u203a]?$/s;

function typographicQuotes(_text: string, { value, literalSpan, valueSpan }: EnvEntry) {
  const [, inner] = TYPOGRAPHIC.exec(value) ?? [];
  if (inner === undefined) return undefined;
  return {
    kind: "typographicQuotes",
    span: { start: valueSpan.start, end: valueSpan.start + 1 },
    meant: inner,
    replaced: literalSpan,
  } as const;
}

const TAIL = /^#\S+?(?=\s*$|\s+#)/;
// Each text is one of these in one way only: with two, a row of thirty words would take minutes.
const REMARK_PART = "(?:[a-z]+|[A-Z][a-z]+|[A-Z]+|v?\\d+)";
/** Words and numbers: what people write behind a `#` when they forget the blank before it. */
const REMARK = new RegExp(`^#+${REMARK_PART}(?:[-_.,:;!?/()]+${REMARK_PART})*[.:;!?)]*$`);
/** Of what is longer nobody can tell whether it is one value. */
const LONGEST = 4096;
/** Nobody goes on behind these: a value that is whole by its form. */
const COMPLETE = /^(?:[0-9a-f]{64}|[0-9a-f]{128}|[A-Za-z0-9+/]{22,}==?)$/i;

function cutOff(text: string, { quote, value, literalSpan, commentSpan }: EnvEntry) {
  if (quote !== "" || value === "" || commentSpan?.start !== literalSpan.end) return undefined;
  const [tail = ""] = TAIL.exec(text.slice(commentSpan.start, commentSpan.end)) ?? [];
  if (tail === "" || value.length + tail.length > LONGEST) return undefined;
  if (REMARK.test(tail) || COMPLETE.test(value)) return undefined;
  const end = literalSpan.end + tail.length;
  return {
    kind: "cutOff",
    span: { start: literalSpan.end, end },
    meant: value + tail,
    replaced: { start: literalSpan.start, end },
  } as const;
}

/** Zero-width signs, soft hyphens and marks of writing direction. */
const INVISIBLE = /[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]/;
const INVISIBLE_RUN = new RegExp(`${INVISIBLE.source}+`);

function invisible(text: string, { value, valueSpan, literalSpan }: EnvEntry): Fault | undefined {
  const run = INVISIBLE_RUN.exec(text.slice(valueSpan.start, valueSpan.end));
  if (run === null) return undefined;
  // Joiners belong to emoji and to several scripts: only among ASCII nobody means any.
  const isAscii = /^[ -~]+$/.test(value.replace(new RegExp(INVISIBLE, "g"), ""));
  if (!isAscii) return undefined;
  const start = valueSpan.start + run.index;
  return {
    kind: "invisible",
    span: { start, end: start + run[0].length },
    meant: value.replace(new RegExp(INVISIBLE, "g"), ""),
    replaced: literalSpan,
  };
}
