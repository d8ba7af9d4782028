import type { Reader } from "../loader.ts";

/**
 * Node 24.21's `util.parseEnv`, which `--env-file` and Vite 8 read with. Unlike dotenv it has no
 * `KEY: value`, takes a byte order mark for a part of the key, forgets what follows a closing
 * quote, and knows neither `\r` nor an escaped quote.
 */
export const parseEnvReader: Reader = { read: readParseEnv };

interface Assignment {
  /** Undefined where nothing is set. */
  readonly key: string | undefined;
  readonly value: string;
  /** Where reading goes on. */
  readonly end: number;
}

function readParseEnv(original: string): Map<string, string> {
  const text = trimBlanks(original.replaceAll("\r", ""));
  const values = new Map<string, string>();
  let position = 0;
  while (position < text.length) {
    if (isComment(text, position)) {
      position = endOfLine(text, position) + 1;
      continue;
    }
    const equals = equalsInLine(text, position);
    if (equals === undefined) {
      position = nextStart(text, position);
      continue;
    }
    const { key, value, end } = readAssignment(text, position, equals);
    if (key !== undefined) values.set(key, value);
    position = end;
  }
  // In the order of their keys, as Node gives them: it decides how Vite expands them.
  return new Map([...values].sort(([a], [b]) => (a < b ? -1 : 1)));
}

const NOT_BLANK = /[^ \t\n]/g;

/** One that is indented is none behind an empty line, a comment or a quoted value. */
function isComment(text: string, position: number): boolean {
  return text[position] === "#" || text[position] === "\n";
}

const UP_TO_EQUALS = /[^=\n]*=/y;

/** Without a look for the line's end: of a line with many signs, each would look for it anew. */
function equalsInLine(text: string, start: number): number | undefined {
  UP_TO_EQUALS.lastIndex = start;
  return UP_TO_EQUALS.test(text) ? UP_TO_EQUALS.lastIndex - 1 : undefined;
}

function readAssignment(text: string, start: number, equals: number): Assignment {
  const key = trimBlanks(text.slice(start, equals));
  const behind = equals + 1;
  // Only here is the line break left to be read as an empty line.
  if (behind >= text.length || text[behind] === "\n") {
    // An `export` stays in the key, which then is none that anybody reads.
    return { key, value: "", end: behind };
  }
  const first = skipBlanks(text, behind);
  if (key === "") return { key: undefined, value: "", end: first };
  return { key: withoutExport(key), ...readValue(text, first) };
}

function withoutExport(key: string): string {
  return key.startsWith("export ") ? trimBlanks(key.slice("export ".length)) : key;
}

function readValue(text: string, start: number): Omit<Assignment, "key"> {
  const quote = text.charAt(start);
  const close = /^['"`]$/.test(quote) ? text.indexOf(quote, start + 1) : -1;
  if (close >= 0) {
    const inner = text.slice(start + 1, close);
    const value = quote === '"' ? inner.replaceAll("\\n", "\n") : inner;
    return { value, end: endOfLine(text, close + 1) + 1 };
  }
  const line = text.slice(start, endOfLine(text, start));
  const isQuoted = /^['"`]/.test(quote);
  const value = isQuoted ? line : trimBlanks(line.replace(/#.*/s, ""));
  return { value, end: nextStart(text, start) };
}

function endOfLine(text: string, from: number): number {
  const found = text.indexOf("\n", from);
  return found < 0 ? text.length : found;
}

function nextStart(text: string, from: number): number {
  return skipBlanks(text, endOfLine(text, from));
}

function skipBlanks(text: string, from: number): number {
  NOT_BLANK.lastIndex = from;
  return NOT_BLANK.exec(text)?.index ?? text.length;
}

/** By hand: an expression that looks for the end tries anew at each blank of a long run. */
function trimBlanks(text: string): string {
  let end = text.length;
  while (end > 0 && " \t\n".includes(text.charAt(end - 1))) end--;
  return text.slice(Math.min(end, skipBlanks(text, 0)), end);
}
