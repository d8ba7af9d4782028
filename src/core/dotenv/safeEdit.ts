import { applyEdits, type TextEdit } from "../edit.ts";
import { everyReader } from "../loaders/index.ts";
import type { Reader } from "../loaders/loader.ts";
import { lastEntry } from "./edit.ts";
import type { Mangling } from "./mangling.ts";
import { type EnvEntry, parseEntries, type Quote } from "./parse.ts";

const BYTE_ORDER_MARK = "\uFEFF";

/**
 * The edits after which the project's loader gives this value to the entry's variable, and which
 * leave every other entry as it is: in a form that every known reader agrees on where there is one.
 * Undefined where there is none at all.
 */
export function safeEdits(mangling: Mangling, value: string): readonly TextEdit[] | undefined {
  const own = formsOf(mangling, value).filter((edits) =>
    isRead(mangling, edits, value, [mangling.reader]),
  );
  return own.find((edits) => isRead(mangling, edits, value, everyReader)) ?? own[0];
}

function formsOf(mangling: Mangling, value: string): readonly (readonly TextEdit[])[] {
  const { entry, fault } = mangling;
  const { replaced, suffix = "" } = fault;
  const literals = literalsOf(value, mangling);
  const inPlace = literals.map((literal) => ({ ...replaced, newText: literal + suffix }));
  const prefix = { start: entry.span.start, end: replaced.end };
  const name = entry.span.start < entry.keySpan.start ? `export ${entry.key}` : entry.key;
  const anew = literals.map((literal) => ({ ...prefix, newText: `${name}=${literal}${suffix}` }));
  const ownLine = { start: BYTE_ORDER_MARK.length, end: BYTE_ORDER_MARK.length, newText: "\n" };
  const forms = [...inPlace, ...anew].map((edit) => [edit]);
  return fault.kind === "byteOrderMark"
    ? [[ownLine], ...forms.map((edits) => [ownLine, ...edits])]
    : forms;
}

/** The value as it can be written: bare or quoted, and with `$` escaped where that is needed. */
function literalsOf(value: string, { entry, fault, reader }: Mangling): readonly string[] {
  // Quotes that only seem to enclose the old value are no reason to quote the new one.
  const first: Quote = fault.kind === "doubledQuotes" ? "" : entry.quote;
  const quotes = [...new Set<Quote>([first, "", '"', "'"])];
  const texts = reader.reference ? [value, value.replaceAll("$", "\\$")] : [value];
  return texts.flatMap((text) => quotes.map((quote) => quote + text + quote));
}

function isRead(
  { file, entry, fault }: Mangling,
  edits: readonly TextEdit[],
  value: string,
  readers: readonly Reader[],
): boolean {
  const text = applyEdits(file.text, edits);
  const isOther = ({ key }: EnvEntry) => key !== entry.key;
  const isLeft = (other: EnvEntry) =>
    isOther(other) &&
    (other.span.end <= fault.replaced.start || other.span.start >= fault.replaced.end);
  const before = file.entries.filter(isLeft);
  const entries = parseEntries(text);
  const after = entries.filter(isOther);
  return (
    readers.every((reader) => reader.read(text).get(entry.key) === value) &&
    lastEntry(entries, entry.key) !== undefined &&
    after.length === before.length &&
    after.every(({ key, value: kept }, index) => {
      return before[index]?.key === key && before[index]?.value === kept;
    })
  );
}
