/** How a value is written: bare, or between these quotes. */
export type Quote = "" | '"' | "'" | "`";

const REST_AFTER_QUOTE = /[^\S\n\u2028\u2029]*(?:#|$)/my;
const LINE_BREAK = /[\n\u2028\u2029]/;

/**
 * The offset of the quote that closes the one at `open`, or undefined where `dotenv` takes the
 * opening quote for a part of the value. A closing quote has nothing but blanks and a comment
 * behind it. The first one without a backslash before it is tried first; where it does not fit,
 * an escaped one before it does, the last one first.
 */
export function findClosingQuote(text: string, open: number): number | undefined {
  const quote = text.charAt(open);
  let closing: number | undefined;
  let found = text.indexOf(quote, open + 1);
  while (found >= 0) {
    const isEscaped = text[found - 1] === "\\";
    if (endsValue(text, found + 1)) closing = found;
    if (!isEscaped) break;
    found = text.indexOf(quote, found + 1);
  }
  return closing;
}

function endsValue(text: string, position: number): boolean {
  REST_AFTER_QUOTE.lastIndex = position;
  return REST_AFTER_QUOTE.test(text);
}

/** What a trimmed literal means to `dotenv`: its quotes off, and `\n` and `\r` resolved in `"`. */
export function unquote(literal: string): { readonly value: string; readonly quote: Quote } {
  const quote = enclosingQuote(literal);
  const inner = quote === "" ? stripPerLine(literal) : literal.slice(1, -1);
  const value = literal.startsWith('"') ? resolveEscapes(inner) : inner;
  return { value, quote };
}

function enclosingQuote(literal: string): Quote {
  const first = literal[0];
  if (literal.length < 2 || first !== literal.at(-1)) return "";
  return first === '"' || first === "'" || first === "`" ? first : "";
}

/** A backslash is no escape of itself: `\\n` is a backslash and a line break. */
function resolveEscapes(text: string): string {
  return text.replace(/\\n/g, "\n").replace(/\\r/g, "\r");
}

/**
 * Bare values have one line, but for Unicode's own line breaks: around these, `dotenv` strips
 * quotes from a line's start to the last line that ends in the same quote.
 */
function stripPerLine(literal: string): string {
  if (!LINE_BREAK.test(literal)) return literal;
  const ends = lastLineEnds(literal);
  let result = "";
  let position = 0;
  while (position < literal.length) {
    const close = ends.get(literal.charAt(position)) ?? -1;
    const end = close > position ? close + 1 : endOfLine(literal, position);
    result += close > position ? literal.slice(position + 1, close) : literal.slice(position, end);
    result += literal.charAt(end);
    position = end + 1;
  }
  return result;
}

/** For each kind of quote, where it last stands at the end of a line. */
function lastLineEnds(literal: string): ReadonlyMap<string, number> {
  const ends = new Map<string, number>();
  for (const { 0: quote, index } of literal.matchAll(/['"`](?=[\n\u2028\u2029]|$)/g)) {
    ends.set(quote, index);
  }
  return ends;
}

function endOfLine(text: string, from: number): number {
  const rest = text.slice(from).search(LINE_BREAK);
  return rest < 0 ? text.length : from + rest;
}
