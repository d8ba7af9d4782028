import type { Span } from "../edit.ts";
import type { Framework } from "../frameworks/framework.ts";

/**
 * What can become the secret of an auth library:
 * - `literal`: text in the source; `environment`: a variable read at run time;
 * - `generated`: made anew by each process; `unknown`: nothing that can be told.
 */
export type SecretSourceKind = "literal" | "environment" | "generated" | "unknown";

/** One expression that can become the secret of an auth library. */
export interface SecretSource {
  readonly kind: SecretSourceKind;
  /** The file in which it stands: another than the script's where an import was followed. */
  readonly file: string;
  /** The literal or expression itself, quotes included. */
  readonly span: Span;
  /** What a `literal` evaluates to, escapes resolved. */
  readonly value: string | undefined;
  /** The name of the variable that an `environment` source reads. */
  readonly variable: string | undefined;
  /** True for a variable that bundlers copy into what browsers load. */
  readonly isPublic: boolean;
  /** True where it is used only if something else is missing: behind `??`, `||`, a default … */
  readonly isFallback: boolean;
  /** True where it is all that the option is set to, with no other choice beside it. */
  readonly isWhole: boolean;
  /** What a fix replaces: for a fallback, `x ?? "literal"` from `x` on; else the source itself. */
  readonly expression: Expression;
  /** Where the value is handed to the library, if that is another place. */
  readonly usedAt: UsePlace | undefined;
  /** Which of the library's options it ends up in. */
  readonly option: SecretOption;
}

/** Where the value is handed over, which may be in another file than the value. */
interface UsePlace {
  readonly file: string;
  readonly span: Span;
}

/** The part of a file that a fix replaces, and by what. */
export interface Expression {
  /** Another file than the source's where an import was followed. */
  readonly file: string;
  readonly span: Span;
  /** What remains of it once the literal is gone; undefined where that cannot be told. */
  readonly remainder: Span | undefined;
}

/** An option of an auth library that takes a secret. */
export interface SecretOption {
  readonly kind: "session" | "client";
  readonly framework: Framework;
  /** True where the library reads its variable by itself if the option is left out. */
  readonly readsVariable: boolean;
  /** True where the types ask for a value, not for one that may be undefined. */
  readonly isRequired: boolean;
  /** True where handing it the library's own variable says nothing new. */
  readonly isVariableRedundant: boolean;
  /** True where what it is given ends up in the browser: `env` of a Next.js configuration. */
  readonly isPublished: boolean;
  /** The whole property `secret: …`, for a fix that drops it; undefined where there is none. */
  readonly propertySpan: Span | undefined;
}

/** A call that sets an auth library up: `NextAuth({ … })`. */
export interface Setup {
  /** Where the call stands. */
  readonly file: string;
  /** What is called. */
  readonly span: Span;
  readonly framework: Framework;
  /**
   * The variables that it is handed as its secret: none where the option is left out. Undefined
   * where the secret is, or may be, something else.
   */
  readonly variables: readonly string[] | undefined;
  readonly sessions: Sessions;
  /** The literal object that its secret can be added to, where one has none. */
  readonly options: UsePlace | undefined;
}

/** Where a library keeps sessions, as far as its options tell. */
export interface Sessions {
  /** `token`: in a cookie that the secret makes; `database`: behind an id that needs no secret. */
  readonly kind: "token" | "database" | "unknown";
  /** Seconds that a session lasts; undefined where the options do not say, or not in figures. */
  readonly maxAge: number | undefined;
}

/** A call that needs a secret of its own, and is told of none: `getToken({ req })`. */
export interface BareCall {
  /** What is called. */
  readonly span: Span;
  readonly framework: Framework;
  /** The object that the secret is missing in. */
  readonly optionsSpan: Span;
}

/** A source file that hands, or may hand, a secret to an auth library. */
export interface Script {
  /** Workspace-relative path with `/`. */
  readonly path: string;
  readonly text: string;
  readonly sources: readonly SecretSource[];
  readonly setups: readonly Setup[];
  readonly bareCalls: readonly BareCall[];
  /**
   * Other files that its sources depend on, those that were looked for and not found included:
   * it has to be read again when one of them changes, appears or becomes known.
   */
  readonly imports: readonly string[];
  /** The texts of other files in which its sources stand. */
  readonly importedTexts: ReadonlyMap<string, string>;
}
