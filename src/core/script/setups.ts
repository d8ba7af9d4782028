import { secretVariables } from "../frameworks/index.ts";
import { type Evaluation, isAbsent, type Origin, type Origins, spanOf } from "./evaluate/origin.ts";
import type { Root } from "./roots/root.ts";
import type { Setup } from "./script.ts";
import { sessionsOf } from "./sessions.ts";
import type { SyntaxNode } from "./syntax.ts";

/** A place that a library takes a secret from, with what can come out of it. */
export interface ResolvedRoot {
  readonly root: Root;
  readonly origins: Origins;
}

/** The calls that set a library up, with what each is told of its secret. */
export function setupsOf(
  resolved: readonly ResolvedRoot[],
  evaluation: () => Evaluation,
): readonly Setup[] {
  const calls = new Map<number, SyntaxNode>();
  for (const { root } of resolved) {
    if (root.setup !== undefined) calls.set(root.setup.from, root.setup);
  }
  return [...calls.values()].flatMap((callee) => {
    const own = resolved.filter(
      ({ root }) => root.setup?.from === callee.from && root.option.kind === "session",
    );
    const [first] = own;
    if (first === undefined) return [];
    const { framework } = first.root.option;
    return [
      {
        file: first.root.place.module.path,
        span: spanOf(callee),
        framework,
        variables: variablesOf(own),
        sessions: sessionsOf(first.root, evaluation),
        options: optionsOf(own),
      },
    ];
  });
}

/**
 * The options are an object or a function that returns one, and read as what they are not they
 * are unknown: what is known of either of the two holds.
 */
function variablesOf(own: readonly ResolvedRoot[]): readonly string[] | undefined {
  const isCalled = ({ root }: ResolvedRoot) => root.path[0]?.kind === "call";
  const asObject = variablesIn(own.filter((one) => !isCalled(one)));
  const called = own.filter(isCalled);
  return asObject ?? (called.length === 0 ? undefined : variablesIn(called));
}

function variablesIn(resolved: readonly ResolvedRoot[]): readonly string[] | undefined {
  const origins = resolved.flatMap((one) => one.origins).filter((one) => !isAbsent(one));
  const names = origins.map(variableOf);
  const known = names.filter((name) => name !== undefined);
  return known.length === names.length ? [...new Set(known)] : undefined;
}

/** The variable that it is; what a validator returns is called like the variable it was made of. */
function variableOf({ kind, variable, isPublic, module, span }: Origin): string | undefined {
  if (kind !== "environment" || isPublic) return undefined;
  const member = /\.(\w+)$/.exec(module.text.slice(span.start, span.end))?.[1] ?? "";
  return variable ?? (secretVariables.has(member) ? member : undefined);
}

/** The object literal that nothing is found in, or that is handed over itself. */
function optionsOf(own: readonly ResolvedRoot[]): Setup["options"] {
  const asked = own.filter(({ root }) => {
    const last = root.path.at(-1);
    const isAtTop = root.path.filter(({ kind }) => kind === "member").length === 1;
    return isAtTop && last?.kind === "member" && last.name === "secret";
  });
  const literals = asked.flatMap(({ origins }) =>
    origins.filter((one) => isAbsent(one) && one.module.text.charAt(one.span.start) === "{"),
  );
  const [found] = literals;
  if (found !== undefined) return { file: found.module.path, span: found.span };
  const [first] = asked;
  const { module, node } = first?.root.place ?? {};
  if (module === undefined || node?.name !== "ObjectExpression") return undefined;
  return { file: module.path, span: spanOf(node) };
}
