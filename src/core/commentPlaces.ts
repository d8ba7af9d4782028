import { commentSign, layoutOf } from "./config/comments.ts";
import { isEnvFile } from "./dotenv/files.ts";
import { parseEntries } from "./dotenv/parse.ts";
import { lineMap } from "./lines.ts";
import { isScriptFile } from "./script/files.ts";
import { parseModule, type SyntaxNode } from "./script/syntax.ts";
import { coverOf, lastUpTo } from "./sorted.ts";

/** Where a file has comments, and where it can take one. */
export interface CommentPlaces {
  isInComment(offset: number): boolean;
  /** The line, from 0, above which a comment on what stands at an offset is no part of a value. */
  lineFor(offset: number): number;
}

/** Parses the file, so it is for texts of which it is known that there is something to look for. */
export function commentPlaces(path: string, text: string): CommentPlaces {
  if (isEnvFile(path)) return placesInEnvFile(text);
  return isScriptFile(path) ? placesInScript(path, text) : placesInConfig(path, text);
}

/** What begins a comment on a line of its own; undefined for files that take none. */
export function commentSignOf(path: string): "#" | "//" | undefined {
  if (isEnvFile(path)) return "#";
  return isScriptFile(path) ? "//" : commentSign(path);
}

function placesInConfig(path: string, text: string): CommentPlaces {
  const lines = lineMap(text);
  const { comments, values } = layoutOf(path, text);
  const starts = values.map(({ start }) => start);
  return {
    isInComment: coverOf(comments),
    lineFor(offset) {
      const { line } = lines.positionAt(offset);
      const lineStart = lines.startOf(line);
      // Within a value that runs over several lines, a comment would be text.
      const around = values[lastUpTo(starts, lineStart - 1)];
      return around === undefined || around.end <= lineStart
        ? line
        : lines.positionAt(around.start).line;
    },
  };
}

function placesInEnvFile(text: string): CommentPlaces {
  const lines = lineMap(text);
  const entries = parseEntries(text);
  const starts = entries.map(({ span }) => span.start);
  const literalStarts = entries.map(({ literalSpan }) => literalSpan.start);
  const hashes = [...text.matchAll(/#/g)].map(({ index }) => index);
  const lineFor = outermostLine(
    (offset) => {
      const entry = entries[lastUpTo(starts, offset)];
      const isInEntry = entry !== undefined && offset <= entry.span.end;
      return lines.positionAt(isInEntry ? entry.span.start : offset).line;
    },
    (line) => {
      const lineStart = lines.startOf(line);
      // Behind a line break of Unicode's an entry shares its line with the end of a longer value.
      const around = entries[lastUpTo(starts, lineStart - 1)];
      return around === undefined || around.span.end <= lineStart ? undefined : around.span.start;
    },
  );
  return {
    lineFor,
    isInComment(offset) {
      const lineStart = lines.startOf(lines.positionAt(offset).line);
      // A `#` within a value opens no comment.
      const value = entries[lastUpTo(literalStarts, offset - 1)]?.literalSpan.end ?? 0;
      const start = Math.max(lineStart, Math.min(value, offset));
      return (hashes[lastUpTo(hashes, offset - 1)] ?? -1) >= start;
    },
  };
}

/**
 * The line of an offset; where a value is around its start, that value's line, and so on: the line on
 * which a value begins may itself begin in another one.
 *
 * @param startAround the start of the value in which a line begins
 */
function outermostLine(
  lineOf: (offset: number) => number,
  startAround: (line: number) => number | undefined,
): (offset: number) => number {
  // There may be as many questions as values, and as many values one in the other.
  const known = new Map<number, number>();
  return (offset) => {
    const passed: number[] = [];
    for (let at = offset; ; ) {
      const line = lineOf(at);
      passed.push(line);
      const start = known.has(line) ? undefined : startAround(line);
      if (start !== undefined) {
        at = start;
        continue;
      }
      const found = known.get(line) ?? line;
      for (const each of passed) known.set(each, found);
      return found;
    }
  };
}

const COMMENTS = new Set(["LineComment", "BlockComment"]);
/** In these, a comment would be text. */
const TEXTS = new Set(["String", "TemplateString", "JSXElement"]);
/** In these there is code again. */
const ESCAPES = new Set(["Interpolation", "JSXEscape"]);

function placesInScript(path: string, text: string): CommentPlaces {
  const lines = lineMap(text);
  const { tree } = parseModule(path, text);
  const lineFor = outermostLine(
    (offset) => lines.positionAt(offset).line,
    (line) => {
      const lineStart = lines.startOf(line);
      return textAround(tree.resolveInner(lineStart, 0), lineStart)?.from;
    },
  );
  return { lineFor, isInComment: (offset) => COMMENTS.has(tree.resolveInner(offset, 1).name) };
}

/** The text that an offset is in the midst of. */
function textAround(innermost: SyntaxNode, offset: number): SyntaxNode | undefined {
  let node: SyntaxNode | null = innermost;
  while (node !== null && !ESCAPES.has(node.name)) {
    if (TEXTS.has(node.name) && node.from < offset) return node;
    node = node.parent;
  }
  return undefined;
}
