import type { Span } from "../edit.ts";

/** How a value is written: bare, or between these quotes. */
export type Quote = "" | '"' | "'" | "`";

/** One assignment of an env file, read exactly as `dotenv` 18 reads it, with where it stands. */
export interface EnvEntry {
  readonly key: string;
  /** What the program gets, in `dotenv`'s reading: without quotes, escapes resolved, trimmed. */
  readonly value: string;
  readonly quote: Quote;
  /** From the first character of the line (an `export` included) to the end of value and comment, without the line break. */
  readonly span: Span;
  readonly keySpan: Span;
  /** The value without its quotes; empty and right behind the separator where there is no value. */
  readonly valueSpan: Span;
  /** The value with its quotes. */
  readonly literalSpan: Span;
  /** From `#` to the end of the line, where a comment follows the value. */
  readonly commentSpan: Span | undefined;
}

/** An env file as the rules see it. */
export interface EnvFile {
  /** Workspace-relative path with `/`. */
  readonly path: string;
  readonly text: string;
  /** In the order of the file. A key may stand more than once: the last one counts. */
  readonly entries: readonly EnvEntry[];
  /** Meant to be committed and to hold placeholders: `.env.example` and its like. */
  readonly isTemplate: boolean;
}
