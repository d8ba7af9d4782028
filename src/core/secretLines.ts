import { lastEntry } from "./dotenv/edit.ts";
import { type SecretEntry, secretEntries } from "./dotenv/secretEntries.ts";
import type { Span } from "./edit.ts";
import type { Project } from "./project.ts";

/** A line of an env file that sets a secret and counts: none of the same name comes after it. */
export interface SecretLine {
  readonly variable: string;
  /** The whole assignment. */
  readonly span: Span;
  /** The value without its quotes: what to copy. */
  readonly valueSpan: Span;
  /** True where nobody loses anything when a fresh secret takes the value's place. */
  readonly isFree: boolean;
}

/**
 * The secrets of a file that something can be done with. A reference is kept elsewhere, a template
 * has none to keep, and a list of secrets has no single value.
 */
export function secretLines(project: Project, path: string): readonly SecretLine[] {
  const file = project.envFiles.find((each) => each.path === path);
  if (file === undefined || file.isTemplate) return [];
  const secrets = secretEntries(project).filter((secret) => secret.file === file);
  return secrets
    .filter(({ entry, span, verdict }) => {
      const counts = lastEntry(file.entries, entry.key) === entry;
      const { start, end } = entry.valueSpan;
      const isWhole = span.start === start && span.end === end;
      return counts && isWhole && verdict.kind !== "reference";
    })
    .map(lineOf);
}

function lineOf({ entry, verdict: { kind } }: SecretEntry): SecretLine {
  return {
    variable: entry.key,
    span: entry.span,
    valueSpan: entry.valueSpan,
    isFree: kind === "empty" || kind === "placeholder",
  };
}
