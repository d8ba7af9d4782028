import type { FileEdit, Span } from "./edit.ts";
import type { Message } from "./message.ts";

export type Severity = "error" | "warning" | "information" | "hint";

/** What a rule reports: a place, and what to say of it. Never holds a secret's value. */
export interface Problem {
  /** Workspace-relative path with `/`. */
  readonly file: string;
  readonly span: Span;
  readonly message: Message;
  readonly related?: readonly RelatedPlace[];
  /** Drawn faded, as code that can go. */
  readonly unnecessary?: boolean;
  /** Overrides the rule's default severity for this one place; a user's setting still wins. */
  readonly severity?: Severity;
}

export interface RelatedPlace {
  readonly file: string;
  readonly span: Span;
  readonly message: Message;
}

/** A problem with the rule that found it and the severity that the user's settings give it. */
export interface Finding extends Omit<Problem, "severity"> {
  readonly rule: string;
  readonly severity: Severity;
}

/**
 * When a fix may run without being chosen by hand:
 * - `onSave`: needs no decision, ends no session, loses no value (`source.fixAll`);
 * - `fillOnSave`: fills an empty or placeholder value (its own kind, for who asks for it);
 * - `manual`: only when chosen.
 */
export type FixTiming = "onSave" | "fillOnSave" | "manual";

/**
 * What a fix does that is no edit of text:
 * - `delete`: the file goes to the trash where there is one;
 * - `command`: one of the product's own commands is run, as if the user had called it on the file.
 */
export type FixTask =
  | { readonly kind: "delete"; readonly file: string }
  | { readonly kind: "command"; readonly command: string };

/** One way to repair a finding. Its edits are made late, so that looking at it mints no secret. */
export interface Fix {
  readonly title: Message;
  /** The best one of its finding: what Auto Fix applies. */
  readonly preferred: boolean;
  readonly timing: FixTiming;
  /** Shown after the fix was applied: what else is owed. */
  readonly notice?: Message;
  /** What there is to do besides edits, after them. Such a fix is `manual`. */
  readonly task?: FixTask;
  edits(tools: FixTools): readonly FileEdit[];
}

export interface FixTools {
  /** A fresh secret in the format that the user's settings ask for. */
  mint(): string;
}

/** What tells two findings of one file apart: several projects may come to the same one. */
export function sayingOf({ rule, span }: Finding): string {
  return `${rule}:${span.start}:${span.end}`;
}
