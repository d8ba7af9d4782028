import type { Framework, OptionPath } from "../../frameworks/framework.ts";
import type { Path, Place } from "../evaluate/origin.ts";
import type { SecretOption } from "../script.ts";
import type { SyntaxNode } from "../syntax.ts";

/** An expression of the source that a library takes a secret from, and the way to it. */
export interface Root {
  readonly place: Place;
  readonly path: Path;
  readonly option: Omit<SecretOption, "propertySpan">;
  /** The key of the property that holds it, where the path does not name it. */
  readonly key?: string;
  /** The statement that a fix takes out with it. */
  readonly statement?: SyntaxNode;
  /** What is called, of a call that sets the library up with this. */
  readonly setup?: SyntaxNode;
  /** What is called, of a call that fails without this. */
  readonly needy?: SyntaxNode;
  /** True where what stands there is used only if the environment has nothing. */
  readonly isFallback?: boolean;
}

/** The libraries to look for, the project's own first: its version decides between equals. */
export interface Libraries {
  readonly own: Framework;
  readonly all: readonly Framework[];
}

/** The option at the end of a path; `*` asks for every element. */
export function pathTo(place: Place, names: OptionPath): Path {
  return names.map((name) =>
    name === "*" ? { kind: "any", at: place } : { kind: "member", name, at: place },
  );
}

/** True for a module that facts name; `/*` at the end of a fact stands for any subpath. */
export function namesModule(patterns: readonly string[], specifier: string): boolean {
  return patterns.some((pattern) =>
    pattern.endsWith("/*")
      ? specifier.startsWith(pattern.slice(0, -1))
      : specifier === pattern || specifier === `${pattern}.js`,
  );
}

/** The option that a variable of one of the libraries stands for. */
export function variableOption(
  variable: string,
  { own, all }: Libraries,
  isPublished: boolean,
): Root["option"] {
  return {
    kind: "session",
    framework: all.find((framework) => framework.variable === variable) ?? own,
    readsVariable: false,
    isRequired: false,
    isVariableRedundant: false,
    isPublished,
  };
}
