import type { TextEdit } from "../edit.ts";
import { lastEntry } from "./edit.ts";
import type { EnvFile } from "./parse.ts";
import { removeEntries } from "./removeEntry.ts";

/**
 * Gives a variable another name in one file, also where other values refer to it. Where the file
 * has both names already, one line is left of the two; undefined where they have different values.
 */
export function renameEntries(
  file: EnvFile,
  from: string,
  to: string,
): readonly TextEdit[] | undefined {
  const old = lastEntry(file.entries, from);
  const present = lastEntry(file.entries, to);
  const references = referenceEdits(file, from, to);
  if (old === undefined) return references;
  const renamed = file.entries
    .filter(({ key }) => key === from)
    .map(({ keySpan }) => ({ ...keySpan, newText: to }));
  if (present === undefined) return [...renamed, ...references];
  const isSame = present.value === old.value;
  if (!isSame && present.value !== "") return undefined;
  const superfluous = file.entries.filter(({ key }) => key === (isSame ? from : to));
  const removals = removeEntries(file.text, superfluous);
  if (removals === undefined) return undefined;
  const isKept = ({ start }: TextEdit) =>
    !removals.some((removal) => removal.start <= start && start < removal.end);
  return [...removals, ...(isSame ? [] : renamed), ...references.filter(isKept)];
}

/** `$NAME` and `${NAME}` in the values of the file. */
function referenceEdits({ text, entries }: EnvFile, from: string, to: string) {
  const reference = new RegExp(`(?<=\\$\\{?)${from}(?![A-Za-z0-9_])`, "g");
  return entries.flatMap(({ key, valueSpan }) =>
    key === from
      ? []
      : [...text.slice(valueSpan.start, valueSpan.end).matchAll(reference)].map(({ index }) => {
          const start = valueSpan.start + index;
          return { start, end: start + from.length, newText: to };
        }),
  );
}
