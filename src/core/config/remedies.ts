import { applyEdits } from "../edit.ts";
import { type Message, message } from "../message.ts";
import { judge } from "../secret/judge.ts";
import type { ConfigEntry, ConfigFile, Remedy } from "./configFile.ts";
import { removePair, replaceValue } from "./edits.ts";

/** Takes the value out of the file: whoever runs the app sets it in another place. */
export function takeOut(entry: ConfigEntry, text: string, notice: Message): Remedy | undefined {
  const title = message("Take {0} out of this file", entry.name);
  const { origin } = entry;
  if (origin.form === "command") {
    const { removal } = origin;
    return removal && { title, notice, edits: [{ ...removal, newText: "" }] };
  }
  const edits = origin.form === "node" ? removePair(text, origin) : [];
  return edits.length > 0 ? { title, notice, edits } : undefined;
}

/** Puts a reference in the value's place, as the kind of file writes them. */
export function refer(entry: ConfigEntry, reference: string, notice: Message): Remedy {
  const title = message("Read it from {0} instead", reference);
  return { title, notice, edits: [replaceValue(entry, reference)] };
}

/**
 * The remedy that a file's kind has for an entry, if the file reads as wanted after it: the entry gone
 * or with a reference for its value, and all others as they were.
 */
export function soundRemedy(file: ConfigFile, entry: ConfigEntry): Remedy | undefined {
  const remedy = file.kind.remedy(entry, file.text);
  if (remedy === undefined) return undefined;
  const after = file.kind.read(file.path, applyEdits(file.text, remedy.edits));
  return leavesOthers(file.entries, after, file.entries.indexOf(entry)) ? remedy : undefined;
}

function leavesOthers(
  before: readonly ConfigEntry[],
  after: readonly ConfigEntry[],
  index: number,
): boolean {
  const isSame = (one: ConfigEntry | undefined, other: ConfigEntry | undefined) =>
    one !== undefined && one.name === other?.name && one.value === other.value;
  const isGone = after.length === before.length - 1;
  if (!isGone && after.length !== before.length) return false;
  return before.every((entry, at) => {
    if (at !== index) return isSame(entry, after[isGone && at > index ? at - 1 : at]);
    const left = after[at];
    // Under a key that stands twice, another entry comes to light.
    const isInPlace = entry.nameSpan.start === left?.nameSpan.start;
    return isGone || (isInPlace && judge(left.value).kind === "reference");
  });
}
