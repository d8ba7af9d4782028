import { isEnvFile } from "./dotenv/files.ts";
import { lineEndingOf, type Span, type TextEdit } from "./edit.ts";
import { type LineMap, lineMap } from "./lines.ts";

/**
 * A comment that silences rules: `auth-secret-ignore-next-line` for the line below, and
 * `auth-secret-ignore` for its own line. Rule ids may follow, separated by commas or spaces, then
 * ` -- ` and a reason; without ids it silences all rules.
 */
const MARKER = "auth-secret-ignore";
const NEXT_LINE = "-next-line";

export interface Suppressions {
  silences(rule: string, span: Span): boolean;
}

const NOTHING: Suppressions = { silences: () => false };

export function readSuppressions(text: string): Suppressions {
  if (!text.includes(MARKER)) return NOTHING;
  const lines = lineMap(text);
  const silenced = new Map<number, ReadonlySet<string>>();
  for (let at = text.indexOf(MARKER); at >= 0; at = text.indexOf(MARKER, at + 1)) {
    const { line, rules } = readComment(text, at, lines);
    silenced.set(line, new Set([...(silenced.get(line) ?? []), ...rules]));
  }
  return {
    silences(rule, span) {
      const rules = silenced.get(lines.positionAt(span.start).line);
      return rules !== undefined && (rules.has(rule) || rules.has("*"));
    },
  };
}

function readComment(text: string, at: number, lines: LineMap) {
  const { line } = lines.positionAt(at);
  let words = text.slice(at + MARKER.length, lines.startOf(line + 1));
  const isNextLine = words.startsWith(NEXT_LINE);
  if (isNextLine) words = words.slice(NEXT_LINE.length);
  const reason = words.indexOf("--");
  const rules = (reason < 0 ? words : words.slice(0, reason)).match(/[a-z][a-z-]*/g) ?? ["*"];
  return { line: isNextLine ? line + 1 : line, rules };
}

/** Writes the comment that silences a rule above the line on which the span starts. */
export function suppressionEdit(path: string, text: string, span: Span, rule: string): TextEdit {
  const lines = lineMap(text);
  const lineStart = lines.startOf(lines.positionAt(span.start).line);
  // A byte order mark stays the first character of its file.
  const start = text.charCodeAt(lineStart) === 0xfeff ? lineStart + 1 : lineStart;
  const indent = /^[\t ]*/.exec(text.slice(start, span.start))?.[0] ?? "";
  const comment = isEnvFile(path) ? "#" : "//";
  const newText = `${indent}${comment} ${MARKER}${NEXT_LINE} ${rule}${lineEndingOf(text)}`;
  return { start, end: start, newText };
}
