import type { Span } from "../../edit.ts";
import type { Expression, SecretSourceKind } from "../script.ts";
import type { Module, SyntaxNode } from "../syntax.ts";

/** One value that an expression can have; `absent` where it is undefined, null or empty. */
export interface Origin {
  readonly kind: SecretSourceKind | "absent";
  readonly module: Module;
  readonly span: Span;
  readonly value: string | undefined;
  readonly variable: string | undefined;
  readonly isPublic: boolean;
  readonly isFallback: boolean;
  readonly isWhole: boolean;
  readonly expression: Expression;
}

/** A node in the call in which it is evaluated. */
export interface Place {
  readonly module: Module;
  readonly node: SyntaxNode;
  readonly frame: Frame | undefined;
}

/** A call that is being followed: what the function's parameters stand for. */
export interface Frame {
  readonly module: Module;
  readonly callee: SyntaxNode;
  readonly args: readonly Place[];
  readonly caller: Frame | undefined;
}

/** What is asked of a value next: a member of it, any of its elements, or the result of a call. */
export type Step =
  | { readonly kind: "member"; readonly name: string; readonly at: Place }
  | { readonly kind: "any"; readonly at: Place; readonly isChoice?: boolean }
  | { readonly kind: "call"; readonly args: readonly Place[]; readonly at: Place };

export type Path = readonly Step[];

export type Origins = readonly Origin[];

/** What the readers of one kind of syntax need of the others. */
export interface Evaluation {
  /** All values that an expression, followed along a path, can have; [] is the same as absent. */
  resolve(place: Place, path: Path): Origins;
  /** The module that an import names, where the project has it. */
  load(specifier: string, importer: Module): Module | undefined;
}

export function spanOf(node: SyntaxNode): Span {
  return { start: node.from, end: node.to };
}

export function origin(kind: Origin["kind"], place: Place, facts: Partial<Origin> = {}): Origin {
  const span = spanOf(place.node);
  return {
    kind,
    module: place.module,
    span,
    value: undefined,
    variable: undefined,
    isPublic: false,
    isFallback: false,
    isWhole: true,
    expression: { file: place.module.path, span: facts.span ?? span, remainder: undefined },
    ...facts,
  };
}

export function isAbsent({ kind }: Origin): boolean {
  return kind === "absent";
}

/** True where nothing but text of the source can come out. */
export function isConstant(origins: Origins): boolean {
  return (
    origins.length > 0 && origins.every(({ kind, isFallback }) => kind === "literal" && !isFallback)
  );
}

/** What is made here, of text or by chance, is used only where something else is missing. */
export function asFallback(origins: Origins, expression: Expression | undefined): Origins {
  return origins.map((one) => {
    if (one.kind !== "literal" && one.kind !== "generated") return partial(one);
    const isKnown = one.isFallback && one.expression.remainder !== undefined;
    return {
      ...one,
      isFallback: true,
      isWhole: false,
      expression: isKnown ? one.expression : (expression ?? one.expression),
    };
  });
}

/** The value stays where it is, but what takes its place takes that of the whole node round it. */
export function covered(one: Origin, { module, node }: Place): Origin {
  const span = spanOf(node);
  const isInside =
    one.module === module && one.span.start >= span.start && one.span.end <= span.end;
  if (!isInside || one.isFallback) return one;
  return { ...one, expression: { file: module.path, span, remainder: undefined } };
}

/** None of these is all that there is. */
export function partial(one: Origin): Origin {
  return one.isWhole ? { ...one, isWhole: false } : one;
}

/** `primary`, and where that is missing `secondary`. */
export function otherwise(
  primary: Origins,
  secondary: () => Origins,
  expression: Expression | undefined,
): Origins {
  if (isConstant(primary)) return primary;
  const present = primary.filter((one) => !isAbsent(one));
  if (present.length === 0) return secondary();
  return [...present.map(partial), ...asFallback(secondary(), expression)];
}
