import type { Span } from "../../edit.ts";

/** One instruction of a Dockerfile, its continued lines joined. */
export interface Instruction {
  /** In capitals: `ENV`. */
  readonly keyword: string;
  /** What stands behind the keyword. */
  readonly words: readonly Word[];
  /** From the keyword to the end of its last line, or of the last of its heredocs. */
  readonly span: Span;
}

/** A part between blanks outside of quotes, as it is written. */
export interface Word {
  readonly text: string;
  readonly span: Span;
}

interface Line {
  readonly start: number;
  readonly end: number;
}

/**
 * The instructions of a Dockerfile, read as BuildKit's `parser` does: line continuation with the
 * escape character of the first lines, comment lines anywhere, heredocs. Never throws.
 */
export function parseDockerfile(text: string): readonly Instruction[] {
  const lines = linesOf(text);
  const sign = escapeOf(text, lines);
  const instructions: Instruction[] = [];
  for (let at = 0; at < lines.length; ) {
    const read = readInstruction(text, lines, at, sign);
    if (read.instruction) instructions.push(read.instruction);
    at = read.next;
  }
  return instructions;
}

function linesOf(text: string): readonly Line[] {
  const lines: Line[] = [];
  let start = text.startsWith("\uFEFF") ? 1 : 0;
  while (start < text.length) {
    const found = text.indexOf("\n", start);
    const next = found < 0 ? text.length : found + 1;
    const end = found < 0 ? next : found - Number(text[found - 1] === "\r" && found > start);
    lines.push({ start, end });
    start = next;
  }
  return lines;
}

/** `# escape=` counts above everything else, among other such directives only. */
function escapeOf(text: string, lines: readonly Line[]): string {
  for (const { start, end } of lines) {
    const [, name, value] = /^#[ \t]*(\w+)[ \t]*=[ \t]*(\S*)/.exec(text.slice(start, end)) ?? [];
    if (name === undefined) break;
    if (name.toLowerCase() === "escape") return value === "`" ? "`" : "\\";
  }
  return "\\";
}

/** An instruction's characters without line breaks and comments, each with its place. */
interface Joined {
  text: string;
  readonly offsets: number[];
}

interface Read {
  readonly instruction: Instruction | undefined;
  /** The line to go on with. */
  readonly next: number;
}

function readInstruction(text: string, lines: readonly Line[], first: number, sign: string): Read {
  const joined: Joined = { text: "", offsets: [] };
  const parts: string[] = [];
  let at = first;
  let end = lines[first]?.end ?? 0;
  for (let isOpen = true; isOpen && at < lines.length; at++) {
    const line = lines[at];
    if (line === undefined) break;
    const written = text.slice(line.start, line.end);
    const isPassedOver = /^\s*(?:#|$)/.test(written);
    if (isPassedOver && parts.length === 0) return { instruction: undefined, next: at + 1 };
    if (isPassedOver) continue;
    const kept = continued(written, sign);
    isOpen = kept !== undefined;
    const part = kept ?? written;
    parts.push(part);
    for (let offset = 0; offset < part.length; offset++) joined.offsets.push(line.start + offset);
    end = line.end;
  }
  joined.text = parts.join("");
  const words = wordsOf(joined, sign);
  const [keyword, ...rest] = words;
  if (keyword === undefined) return { instruction: undefined, next: at };
  const upper = keyword.text.toUpperCase();
  const last = HEREDOCS.has(upper) ? endOfHeredocs(text, lines, at, joined.text) : at;
  const span = { start: keyword.span.start, end: last > at ? (lines[last - 1]?.end ?? end) : end };
  return { instruction: { keyword: upper, words: rest, span }, next: last };
}

/** What a line says before the escape character at its end; undefined where it ends the instruction. */
function continued(written: string, sign: string): string | undefined {
  let end = written.length;
  while (end > 0 && /\s/.test(written[end - 1] ?? "")) end--;
  return end > 0 && written[end - 1] === sign ? written.slice(0, end - 1) : undefined;
}

const HEREDOCS = new Set(["RUN", "COPY", "ADD"]);

/** The line behind the heredocs that an instruction opens; unclosed ones run to the end. */
function endOfHeredocs(
  text: string,
  lines: readonly Line[],
  from: number,
  instruction: string,
): number {
  let at = from;
  for (const [, dash, , name] of instruction.matchAll(/<<(-?)(["']?)([\w.-]+)\2/g)) {
    for (; at < lines.length; at++) {
      const line = lines[at];
      const written = line === undefined ? "" : text.slice(line.start, line.end);
      if ((dash === "" ? written : written.replace(/^\t+/, "")) === name) break;
    }
    at = Math.min(at + 1, lines.length);
  }
  return at;
}

function wordsOf({ text, offsets }: Joined, sign: string): readonly Word[] {
  const words: Word[] = [];
  for (let at = 0; at < text.length; ) {
    if (/\s/.test(text[at] ?? "")) {
      at++;
      continue;
    }
    const end = endOfWord(text, at, sign);
    const span = { start: offsets[at] ?? 0, end: (offsets[end - 1] ?? 0) + 1 };
    words.push({ text: text.slice(at, end), span });
    at = end;
  }
  return words;
}

function endOfWord(text: string, start: number, sign: string): number {
  let quote = "";
  let at = start;
  for (; at < text.length; at++) {
    const character = text[at] ?? "";
    if (character === sign && quote !== "'") at++;
    else if (quote !== "") quote = character === quote ? "" : quote;
    else if (character === '"' || character === "'") quote = character;
    else if (/\s/.test(character)) break;
  }
  return Math.min(at, text.length);
}

/** A word as the shell would have it: without quotes, escapes resolved. */
export function unquoteWord(word: string, sign = "\\"): string {
  let value = "";
  let quote = "";
  for (let at = 0; at < word.length; at++) {
    const character = word[at] ?? "";
    const isMark = character === '"' || character === "'";
    if (quote === "" && isMark) quote = character;
    else if (quote === character && quote !== "") quote = "";
    else if (character === sign && quote !== "'" && at + 1 < word.length) {
      at++;
      value += word[at];
    } else value += character;
  }
  return value;
}
