import { setValue } from "../dotenv/edit.ts";
import { type EnvEntry, parseEntries } from "../dotenv/parse.ts";
import { dropEntry, forget, lineRound, remind, reminderText } from "../dotenv/reminder.ts";
import { applyEdits, lineEndingOf, type TextEdit } from "../edit.ts";

/** An env file's assignment, and what becomes of it. All functions give edits of `text`. */
export interface EnvPlace {
  readonly text: string;
  readonly entries: readonly EnvEntry[];
  /** The assignment that holds the secret in use. */
  readonly entry: EnvEntry;
}

/** A new secret in the old one's place, and these other assignments gone. */
export function replace(
  { text, entries, entry }: EnvPlace,
  secret: string,
  others: readonly EnvEntry[] = [],
): readonly TextEdit[] {
  const edits = [
    ...setValue(text, entry, secret),
    ...forget(text, entry),
    ...others.flatMap((other) => dropEntry(text, other)),
  ];
  const gone = new Set(others);
  const kept = entries.filter((other) => !gone.has(other));
  return exact(text, edits, [...valuesOf(kept), [entry.key, secret]]);
}

/** A new secret in the old one's place, and the old one in a variable of its own, with a reminder. */
export function keepOld(
  { text, entries, entry }: EnvPlace,
  secret: string,
  { old, date }: { readonly old: string; readonly date: string },
): readonly TextEdit[] {
  const literal = text.slice(entry.literalSpan.start, entry.literalSpan.end);
  const known = entries.filter(({ key }) => key === old).at(-1);
  const beside = known
    ? [{ ...known.literalSpan, newText: literal }, remind(text, known, date)]
    : [linesBehind(text, entry, [reminderText(date), assignment(text, entry, old, literal)])];
  const edits = [...setValue(text, entry, secret), ...beside];
  return exact(text, edits, [...valuesOf(entries), [entry.key, secret], [old, entry.value]]);
}

/**
 * A new secret in the next of the numbered variables, and a reminder at the one it takes over from.
 * Where all of them are taken, the oldest goes and the others move down by one.
 */
export function addNumbered(
  { text, entries, entry }: EnvPlace,
  secret: string,
  { numbered, date }: { readonly numbered: readonly string[]; readonly date: string },
): readonly TextEdit[] {
  const taken = takenOf(entries, numbered);
  const free = numbered[numbered.indexOf(entry.key) + 1];
  const literal = entry.quote === "`" ? secret : entry.quote + secret + entry.quote;
  if (free !== undefined) {
    const empty = entries.filter(({ key }) => key === free).at(-1);
    const added = empty
      ? setValue(text, empty, secret)
      : [linesBehind(text, entry, [assignment(text, entry, free, literal)])];
    const edits = [...added, remind(text, entry, date)];
    return exact(text, edits, [...valuesOf(entries), [free, secret]]);
  }
  const [oldest, ...rest] = taken;
  if (oldest === undefined || rest.length + 1 < numbered.length) return [];
  const edits = [
    ...moveDown({ text, entries, entry: oldest }, numbered),
    remind(text, entry, date),
    linesBehind(text, entry, [assignment(text, entry, entry.key, literal)]),
  ];
  const moved = rest.map(({ value }, index) => [numbered[index] ?? "", value] as const);
  return exact(text, edits, [...valuesOf(entries), ...moved, [entry.key, secret]]);
}

/** Takes an assignment out, with its reminder. */
export function drop({ text, entries, entry }: EnvPlace): readonly TextEdit[] {
  const kept = entries.filter((other) => other !== entry);
  return exact(text, dropEntry(text, entry), valuesOf(kept));
}

/** Takes one of the numbered variables out; those above it move down, without their values moving. */
export function dropNumbered(place: EnvPlace, numbered: readonly string[]): readonly TextEdit[] {
  const taken = takenOf(place.entries, numbered);
  const kept = taken.filter((other) => other !== place.entry);
  const moved = kept.map(({ value }, index) => [numbered[index] ?? "", value] as const);
  const others = valuesOf(place.entries).filter(([key]) => taken.every((one) => one.key !== key));
  return exact(place.text, moveDown(place, numbered), [...others, ...moved]);
}

function moveDown(
  { text, entries, entry }: EnvPlace,
  numbered: readonly string[],
): readonly TextEdit[] {
  const kept = takenOf(entries, numbered).filter((other) => other !== entry);
  const renamed = kept.flatMap(({ key, keySpan }, index) => {
    const newText = numbered[index] ?? key;
    return newText === key ? [] : [{ ...keySpan, newText }];
  });
  return [...dropEntry(text, entry), ...renamed];
}

/** The numbered variables that a file gives a value, the oldest first. */
export function takenOf(
  entries: readonly EnvEntry[],
  numbered: readonly string[],
): readonly EnvEntry[] {
  return numbered.flatMap((name) => {
    const entry = entries.filter(({ key }) => key === name).at(-1);
    return entry === undefined || entry.value === "" ? [] : [entry];
  });
}

/** Puts a new secret before the others of a `version:secret` list. */
export function addVersion(
  { text, entries, entry }: EnvPlace,
  secret: string,
  list: string,
): readonly TextEdit[] {
  if (entry.key !== list) {
    const added = linesBehind(text, entry, [assignment(text, entry, list, `1:${secret}`)]);
    return exact(text, [added], [...valuesOf(entries), [list, `1:${secret}`]]);
  }
  const value = `${newestVersion(entry.value) + 1}:${secret},${entry.value}`;
  return exact(text, setValue(text, entry, value), [...valuesOf(entries), [list, value]]);
}

/** The highest version of a `version:secret` list. */
export function newestVersion(list: string): number {
  return Math.max(0, ...list.split(",").map((item) => Number.parseInt(item, 10) || 0));
}

function assignment(text: string, entry: EnvEntry, name: string, literal: string): string {
  return `${text.slice(entry.span.start, entry.keySpan.start)}${name}=${literal}`;
}

function linesBehind(text: string, entry: EnvEntry, lines: readonly string[]): TextEdit {
  const newline = lineEndingOf(text);
  const { end } = lineRound(text, entry.span.end);
  const isEnded = /[\r\n]$/.test(text.slice(0, end));
  const newText = lines.map((line) => (isEnded ? line + newline : newline + line)).join("");
  return { start: end, end, newText };
}

type Values = readonly (readonly [string, string])[];

function valuesOf(entries: readonly EnvEntry[]): Values {
  return entries.map(({ key, value }) => [key, value]);
}

/** The edits, or none where `dotenv` would read anything else than is wanted afterwards. */
function exact(text: string, edits: readonly TextEdit[], wanted: Values): readonly TextEdit[] {
  const values = new Map(wanted);
  const result = resultOf(text, edits);
  const isExact =
    result.size === values.size && [...values].every(([key, value]) => result.get(key) === value);
  return isExact ? edits : [];
}

function resultOf(text: string, edits: readonly TextEdit[]): ReadonlyMap<string, string> {
  try {
    return new Map(valuesOf(parseEntries(applyEdits(text, edits))));
  } catch (error) {
    // Two edits of one place, as where a last line without a break goes.
    if (error instanceof RangeError) return new Map();
    throw error;
  }
}
