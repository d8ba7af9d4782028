import type { Span } from "../edit.ts";
import { createScanner } from "../jsonc.ts";
import { nameOf } from "../paths.ts";
import { isDockerfile } from "./dockerfile.ts";
import { spansIn } from "./language.ts";

/** What a comment of its own line begins with; undefined for files that take none. */
export function commentSign(path: string): "#" | "//" | undefined {
  if (isDockerfile(path)) return "#";
  const [, ending = ""] = /\.(\w+)$/.exec(nameOf(path)) ?? [];
  if (/^(?:ya?ml|toml|sh|bash)$/i.test(ending)) return "#";
  return ending === "jsonc" ? "//" : undefined;
}

/** Where a file has comments, and values that may run over several lines. */
export interface Layout {
  readonly comments: readonly Span[];
  readonly values: readonly Span[];
}

/** Of a file that is configuration, docs or a shell script. */
export function layoutOf(path: string, text: string): Layout {
  const [, ending = ""] = /\.(\w+)$/.exec(nameOf(path)) ?? [];
  if (isDockerfile(path)) return { comments: matches(text, /^[ \t]*#.*$/gm), values: [] };
  if (/^(?:ya?ml|toml)$/.test(ending)) return spansIn(path, text);
  if (/^jsonc?$/.test(ending)) return { comments: jsonComments(text), values: [] };
  if (/^(?:sh|bash)$/.test(ending)) {
    return { comments: matches(text, /(?<![^\s;])#.*$/gm), values: [] };
  }
  return { comments: markdownComments(text), values: [] };
}

/** Those of HTML, and in examples of code lines that a shell takes for comments. */
function markdownComments(text: string): readonly Span[] {
  const comments = [...matches(text, /^[ \t]*# ?auth-secret-ignore.*$/gm)];
  for (let start = text.indexOf("<!--"); start >= 0; start = text.indexOf("<!--", start)) {
    const end = text.indexOf("-->", start);
    if (end < 0) break;
    comments.push({ start, end });
    start = end;
  }
  return comments;
}

function matches(text: string, pattern: RegExp): readonly Span[] {
  return [...text.matchAll(pattern)].map(({ index, 0: found }) => ({
    start: index,
    end: index + found.length,
  }));
}

/** jsonc-parser's own numbers for these kinds of token. */
const LINE_COMMENT = 12;
const BLOCK_COMMENT = 13;
const END_OF_FILE = 17;

function jsonComments(text: string): readonly Span[] {
  const comments: Span[] = [];
  const scanner = createScanner(text);
  for (let kind = scanner.scan() as number; kind !== END_OF_FILE; kind = scanner.scan()) {
    if (kind !== LINE_COMMENT && kind !== BLOCK_COMMENT) continue;
    const start = scanner.getTokenOffset();
    comments.push({ start, end: start + scanner.getTokenLength() });
  }
  return comments;
}
