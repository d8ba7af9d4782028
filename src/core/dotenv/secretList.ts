import type { Span } from "../edit.ts";
import type { EnvEntry } from "./parse.ts";

/** Better Auth 1.7 lists secrets here as `version:value,version:value`. */
export const LIST_VARIABLE = "BETTER_AUTH_SECRETS";

/**
 * What makes the library refuse the list at its start (better-auth 1.7.25,
 * `context/secret-utils.mjs`): it splits at commas, then at the first colon.
 */
export type ListFault = "noVersion" | "badVersion" | "noValue" | "duplicate" | "nothing";

/** An item of a list that the library refuses. */
export interface FaultyItem {
  readonly fault: ListFault;
  /** The item without the blanks around it; for `nothing` the comma that stands too much. */
  readonly span: Span;
  /** Counted from 1, as the library's messages do. */
  readonly position: number;
}

/** The faults of a list, each where it stands; `text` is the file's. None for an empty value. */
export function faultsIn(text: string, { value, valueSpan }: EnvEntry): readonly FaultyItem[] {
  // Behind an escape nothing stands where it seems to.
  if (value === "" || text.slice(valueSpan.start, valueSpan.end) !== value) return [];
  const seen = new Set<number>();
  let start = valueSpan.start;
  return value.split(",").flatMap((item, index) => {
    const span = trimmed(item, start);
    const before = index === 0 ? start + item.length : start - 1;
    const comma = { start: before, end: before + 1 };
    start += item.length + 1;
    const fault = faultOf(item.trim(), seen);
    return fault ? { fault, span: fault === "nothing" ? comma : span, position: index + 1 } : [];
  });
}

/** The version to give to an entry that has none: one more than the highest. */
export function nextVersion({ value }: EnvEntry): number {
  const versions = value.split(",").flatMap((item) => versionOf(item) ?? []);
  return Math.max(0, ...versions) + 1;
}

function faultOf(item: string, seen: Set<number>): ListFault | undefined {
  if (item === "") return "nothing";
  if (!item.includes(":")) return "noVersion";
  const version = versionOf(item);
  if (version === undefined) return "badVersion";
  if (item.slice(item.indexOf(":") + 1).trim() === "") return "noValue";
  if (seen.has(version)) return "duplicate";
  seen.add(version);
  return undefined;
}

/** As `parseInt` reads it: `1x` is 1. */
function versionOf(item: string): number | undefined {
  const version = Number.parseInt(item.slice(0, Math.max(0, item.indexOf(":"))), 10);
  return Number.isInteger(version) && version >= 0 ? version : undefined;
}

function trimmed(item: string, start: number): Span {
  const first = start + item.length - item.trimStart().length;
  return { start: first, end: first + item.trim().length };
}
