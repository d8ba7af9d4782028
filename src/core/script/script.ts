import type { Span } from "../edit.ts";

/**
 * One expression that can become the secret of an auth library.
 * - `literal`: text in the source; `environment`: a variable read at run time;
 * - `generated`: made anew by each process; `unknown`: nothing that this file can tell.
 */
export type SecretSourceKind = "literal" | "environment" | "generated" | "unknown";

export interface SecretSource {
  readonly kind: SecretSourceKind;
  /** The literal or expression itself, where it stands in the file, quotes included. */
  readonly span: Span;
  /** What a `literal` evaluates to, escapes resolved. */
  readonly value: string | undefined;
  /** The name of the variable that an `environment` source reads. */
  readonly variable: string | undefined;
  /** True where it is used only if something else is missing: behind `??`, `||`, a default … */
  readonly isFallback: boolean;
  /** The whole expression that a fix replaces: for a fallback, `x ?? "literal"` from x on. */
  readonly expressionSpan: Span;
  /** Where the value is handed to the library, if that is another place. */
  readonly usedAt: Span | undefined;
  /** Which of the library's options it ends up in. */
  readonly option: SecretOption;
}

/** An option of an auth library that takes a secret; see the frameworks for which they have. */
export interface SecretOption {
  readonly kind: "session" | "client";
  /** The library variable that this option would otherwise come from, for example `AUTH_SECRET`. */
  readonly variable: string;
  /** True where the library reads the variable by itself, so that the option can be dropped. */
  readonly isRedundant: boolean;
  /** The whole property `secret: …`, for a fix that drops it; undefined where there is none. */
  readonly propertySpan: Span | undefined;
}

/** A source file that hands, or may hand, a secret to an auth library. */
export interface Script {
  /** Workspace-relative path with `/`. */
  readonly path: string;
  readonly text: string;
  readonly sources: readonly SecretSource[];
}
