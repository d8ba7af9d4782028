import type { Reader } from "../loaders/loader.ts";
import { oncePerProject } from "../oncePerProject.ts";
import { isWithin } from "../paths.ts";
import type { Project } from "../project.ts";
import { lastEntry } from "./edit.ts";
import { type Fault, faultOf } from "./faults.ts";
import { modesOf } from "./loadOrder.ts";
import type { EnvEntry, EnvFile } from "./parse.ts";
import { liveSecrets } from "./secretEntries.ts";

/** An entry whose value the project's loader does not hand on as a person reads it. */
export interface Mangling {
  readonly file: EnvFile;
  readonly entry: EnvEntry;
  readonly reader: Reader;
  readonly fault: Fault;
  /** What the program gets; undefined where the variable is not set. Never to be shown. */
  readonly got: string | undefined;
}

/** Every entry of a secret that does not survive loading, as far as the loader is known. */
export const manglings = oncePerProject((project): readonly Mangling[] =>
  candidates(project).flatMap((each) => find(project, each)),
);

interface Candidate {
  readonly file: EnvFile;
  readonly entry: EnvEntry;
}

/** The entries that count and that no other rule wants to have replaced anyway. */
function candidates(project: Project): readonly Candidate[] {
  const silent = new Set<EnvEntry>();
  const entries = new Map<EnvEntry, EnvFile>();
  for (const { file, entry, verdict } of liveSecrets(project)) {
    entries.set(entry, file);
    if (/^(?:placeholder|command|reference|empty)$/.test(verdict.kind)) silent.add(entry);
  }
  return [...entries]
    .filter(([entry, file]) => !silent.has(entry) && lastEntry(file.entries, entry.key) === entry)
    .map(([entry, file]) => ({ file, entry }));
}

function find(project: Project, { file, entry }: Candidate): readonly Mangling[] {
  const reader = modesOf(project, file.path).length > 0 ? readerOf(project, file) : undefined;
  if (reader === undefined || isMeantAsReference(project, entry, reader)) return [];
  const got = reader.read(file.text).get(entry.key);
  const fault = faultOf(file.text, entry) ?? faultOfReading(file.text, entry, reader, got);
  const meant = fault.meant;
  const isAsMeant = meant !== undefined && got === unescaped(meant, reader);
  return isAsMeant ? [] : [{ file, entry, reader, fault, got }];
}

/** How the project's loader reads a file; undefined where that is not known. */
export function readerOf({ loader, directory }: Project, { path }: EnvFile): Reader | undefined {
  if (!isWithin(path, directory)) return undefined;
  return loader.readerOf(directory === "" ? path : path.slice(directory.length + 1));
}

/** Who escapes a `$` for a loader that asks for it does not mean the backslash. */
function unescaped(meant: string, { reference }: Reader): string {
  return reference ? meant.replaceAll("\\$", "$") : meant;
}

/** Nothing about the form is odd, so that the loader has rules of its own. */
function faultOfReading(
  text: string,
  entry: EnvEntry,
  reader: Reader,
  got: string | undefined,
): Fault {
  const { keySpan, valueSpan, literalSpan, value } = entry;
  const fault = { meant: value, replaced: literalSpan };
  if (got !== undefined) {
    const span = referencesSpan(text, literalSpan, reader);
    return span
      ? { ...fault, kind: "reference", span }
      : { ...fault, kind: "readOtherwise", span: valueSpan };
  }
  if (/^\uFEFF[ \t]*$/.test(text.slice(0, entry.span.start))) {
    return { ...fault, kind: "byteOrderMark", span: keySpan };
  }
  if (text[keySpan.end] === ":") {
    return { ...fault, kind: "colon", span: { start: keySpan.start, end: keySpan.end + 1 } };
  }
  return { ...fault, kind: "unread", span: keySpan };
}

/** From the first to the last thing that the reader takes for a variable. */
function referencesSpan(text: string, { start, end }: EnvEntry["span"], { reference }: Reader) {
  const matches = reference ? [...text.slice(start, end).matchAll(reference)] : [];
  const [first, last] = [matches[0], matches.at(-1)];
  if (!first || !last) return undefined;
  return { start: start + first.index, end: start + last.index + last[0].length };
}

/** Signs of a name that somebody gave: in braces, in capitals as variables are, or in words. */
const NAME = "[A-Z]{3,}\\d*|[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+|[a-z]{2,}(?:_[a-z0-9]+)+";
const MEANT = new RegExp(`^\\$(?:\\{\\w+(?::?[-+?=].*)?\\}|\\{?(?:${NAME})\\}?)$`, "s");

function isMeantAsReference(project: Project, { value }: EnvEntry, { reference }: Reader): boolean {
  if (!reference) return false;
  return [...value.matchAll(reference)].some(([whole]) => {
    const [name = ""] = /\w+/.exec(whole) ?? [];
    return MEANT.test(whole) || isSet(project, name);
  });
}

function isSet({ envFiles, inheritedVariables }: Project, name: string): boolean {
  return inheritedVariables.has(name) || envFiles.some(({ entries }) => lastEntry(entries, name));
}
