import { applyEdits, type FileEdit, lineEndingOf, type TextEdit } from "../edit.ts";
import type { Project } from "../project.ts";
import { judge } from "../secret/judge.ts";
import { filesLoadedIn, localEnvFile, localFileOver } from "./loadOrder.ts";
import { type EnvEntry, parseEntries, type Quote } from "./parse.ts";

const QUOTES: readonly Quote[] = ["", '"', "'", "`"];
const BYTE_ORDER_MARK = "\uFEFF";

/**
 * The edit that gives `name` this value in the project's environment: in the entry that counts
 * today where that one is empty or asks to be replaced, else as a new line of the local file.
 * Without edits where a real value stands already, which is never overwritten.
 */
export function setVariable(project: Project, name: string, value: string): FileEdit {
  const effective = filesLoadedIn(project, "development").find((file) =>
    lastEntry(file.entries, name),
  );
  if (effective === undefined) return fileEdit(project, localEnvFile(project), name, value);
  const current = lastEntry(effective.entries, name)?.value ?? "";
  if (!isFillable(current)) return { file: effective.path, edits: [] };
  // A placeholder that is committed stays: a file that wins over it takes the secret.
  const isCommitted = project.repository?.isIgnored(effective.path) === false;
  const isLocal = effective.path.endsWith(".local");
  const target = isCommitted && !isLocal ? localFileOver(project, effective.path) : effective.path;
  return fileEdit(project, target, name, value);
}

/** True for a value that nobody loses when it is replaced. */
function isFillable(value: string): boolean {
  const { kind } = judge(value);
  return kind === "empty" || kind === "placeholder" || kind === "command";
}

function fileEdit(project: Project, path: string, name: string, value: string): FileEdit {
  const text = project.envFiles.find((file) => file.path === path)?.text ?? "";
  return { file: path, edits: setEntry(text, name, value) ?? [] };
}

/**
 * The edits after which `dotenv` reads `value` under exactly this name, and all other names as
 * before: the last assignment replaced in place, or a line added at the end, which ends in a line
 * break only where the text did. Undefined where no such edit exists, as for a name with a blank.
 */
export function setEntry(
  text: string,
  name: string,
  value: string,
): readonly TextEdit[] | undefined {
  const entries = parseEntries(text);
  const entry = lastEntry(entries, name);
  const candidates =
    entry === undefined
      ? literalsOf(value, "").flatMap((literal) => insertions(text, entries, name, literal))
      : literalsOf(value, entry.quote).map((literal) => replaceLiteral(text, entry, literal));
  const edit = candidates.find((candidate) => isExact(text, entries, candidate, name, value));
  return edit && [edit];
}

/**
 * Replaces an entry's value, in its quotes where these can hold the new one. A tail that an
 * unquoted `#` cut off the old value goes with it; any other comment stays, behind a blank. Without
 * edits where every way to write it would make open quotes elsewhere close at another place.
 */
export function setValue(text: string, entry: EnvEntry, value: string): readonly TextEdit[] {
  const before = parseEntries(text);
  const candidates = literalsOf(value, entry.quote).map((literal) =>
    replaceLiteral(text, entry, literal),
  );
  const exact = candidates.find((candidate) => isInPlace(text, before, candidate, entry, value));
  return exact === undefined ? [] : [exact];
}

/** The last entry of each name in a file's entries, which rules ask for again and again. */
const lastByName = new WeakMap<readonly EnvEntry[], ReadonlyMap<string, EnvEntry>>();

export function lastEntry(entries: readonly EnvEntry[], name: string): EnvEntry | undefined {
  const known = lastByName.get(entries) ?? new Map(entries.map((entry) => [entry.key, entry]));
  lastByName.set(entries, known);
  return known.get(name);
}

/**
 * The value as it can be written, in these quotes first. Backticks come last, even where they
 * stand: a shell that sources the file would run what is in them. `'` means the same to `dotenv`.
 */
function literalsOf(value: string, quote: Quote): readonly string[] {
  const first = quote === "`" ? "'" : quote;
  return [first, ...QUOTES.filter((other) => other !== first)]
    .filter((mark) => mark === "" || !value.includes(mark))
    .map((mark) => mark + value + mark)
    .filter((literal) => {
      const [entry, next] = parseEntries(`A=${literal}\n`);
      return entry?.value === value && entry.literalSpan.end === 2 + literal.length && !next;
    });
}

/** A `#` with no blank on either side is no comment to the person who wrote it. */
function cutOffIn(comment: string): string {
  if (!/^#\S/.test(comment)) return "";
  const next = comment.search(/\s#/);
  return comment.slice(0, next < 0 ? comment.length : next).trimEnd();
}

function replaceLiteral(text: string, entry: EnvEntry, literal: string): TextEdit {
  const { start, end } = entry.literalSpan;
  const comment = entry.commentSpan;
  if (entry.quote !== "" || comment?.start !== end) return { start, end, newText: literal };
  const cutOff = cutOffIn(text.slice(end, comment.end));
  if (start < end && cutOff !== "") return { start, end: end + cutOff.length, newText: literal };
  return { start, end, newText: `${literal} ` };
}

/** A line of its own at the end; at the start where an open end would swallow it. */
function insertions(
  text: string,
  entries: readonly EnvEntry[],
  name: string,
  literal: string,
): readonly TextEdit[] {
  const newline = lineEndingOf(text);
  const line = `${isExported(entries) ? "export " : ""}${name}=${literal}`;
  const first = text.startsWith(BYTE_ORDER_MARK) ? 1 : 0;
  const isEnded = text.length === first || /[\r\n]$/.test(text);
  const atEnd = isEnded ? line + newline : newline + line;
  return [
    { start: text.length, end: text.length, newText: atEnd },
    { start: first, end: first, newText: line + newline },
  ];
}

/** True where the file is one that a shell sources: every entry has its `export`. */
function isExported(entries: readonly EnvEntry[]): boolean {
  return entries.length > 0 && entries.every(({ span, keySpan }) => span.start < keySpan.start);
}

function isExact(
  text: string,
  before: readonly EnvEntry[],
  edit: TextEdit,
  name: string,
  value: string,
): boolean {
  const wanted = valuesOf(before).set(name, value);
  const result = valuesOf(parseEntries(applyEdits(text, [edit])));
  return (
    result.size === wanted.size && [...wanted].every(([key, kept]) => result.get(key) === kept)
  );
}

/** True where all assignments stay as they are, but for this one's value. */
function isInPlace(
  text: string,
  before: readonly EnvEntry[],
  edit: TextEdit,
  { keySpan }: EnvEntry,
  value: string,
): boolean {
  const after = parseEntries(applyEdits(text, [edit]));
  return (
    after.length === before.length &&
    before.every((entry, index) => {
      const wanted = entry.keySpan.start === keySpan.start ? value : entry.value;
      return after[index]?.key === entry.key && after[index]?.value === wanted;
    })
  );
}

function valuesOf(entries: readonly EnvEntry[]): Map<string, string> {
  return new Map(entries.map(({ key, value }) => [key, value]));
}
