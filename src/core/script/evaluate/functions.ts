import { definitionOf, FUNCTIONS, nameOf, referencesTo } from "../bindings.ts";
import { childrenOf, partsOf, type SyntaxNode } from "../syntax.ts";
import { branchBehind, guardOf, isAboutEnvironment } from "./conditions.ts";
import {
  asFallback,
  type Evaluation,
  type Frame,
  type Origins,
  origin,
  type Path,
  type Place,
} from "./origin.ts";

/** A function, of which the path wants the result. */
export function resolveFunction(place: Place, path: Path, evaluation: Evaluation): Origins {
  const [step, ...rest] = path;
  if (step?.kind !== "call") return [origin("unknown", place)];
  return resolveBody(place, step.args, rest, evaluation);
}

/** What a function, method or getter returns when it is called with these arguments. */
export function resolveBody(
  place: Place,
  args: readonly Place[],
  path: Path,
  evaluation: Evaluation,
): Origins {
  const frame: Frame = {
    module: place.module,
    callee: place.node,
    args,
    caller: place.frame,
  };
  const body = place.node.lastChild;
  if (body === null) return [origin("unknown", place)];
  if (body.name !== "Block") return evaluation.resolve({ ...place, node: body, frame }, path);
  const returns = returnsOf(body).map((statement): Returned => {
    const value = partsOf(statement).find(({ name }) => name !== "return");
    const at: Place = { ...place, node: statement, frame };
    return {
      statement: at,
      origins: value === undefined ? [] : evaluation.resolve({ ...at, node: value }, path),
    };
  });
  return mergeReturns(returns, path.length === 0);
}

interface Returned {
  readonly statement: Place;
  readonly origins: Origins;
}

/**
 * A literal that is returned beside other things is what is left where those are missing, unless
 * it is a whole configuration, chosen by something that has nothing to do with the environment.
 */
function mergeReturns(returns: readonly Returned[], isValue: boolean): Origins {
  const all = returns.flatMap(({ origins }) => origins);
  const isChoice = all.some(({ kind }) => kind !== "literal" && kind !== "absent");
  const guards = returns.flatMap(({ statement }) => guardOf(statement) ?? []);
  const isFallback =
    isChoice && (isValue || guards.some(({ condition }) => isAboutEnvironment(condition)));
  return returns.flatMap(({ statement, origins }) => {
    const isProduction = branchBehind(guardOf(statement)) === "production";
    return isFallback && !isProduction ? asFallback(origins, undefined) : origins;
  });
}

function returnsOf(node: SyntaxNode): readonly SyntaxNode[] {
  return childrenOf(node).flatMap((child) => {
    if (child.name === "ReturnStatement") return [child];
    const isNested = FUNCTIONS.has(child.name) || /Expression$|^Class|^Property$/.test(child.name);
    return isNested ? [] : returnsOf(child);
  });
}

/** What a parameter is given: by the call that is being followed, else by every call in the file. */
export function argumentsFor(parameter: Place, list: SyntaxNode): readonly Place[] | undefined {
  const callee = list.name === "ParamList" ? list.parent : list;
  if (callee === null) return undefined;
  const index = list.name === "ParamList" ? positionIn(list, parameter.node) : 0;
  for (let frame = parameter.frame; frame !== undefined; frame = frame.caller) {
    if (frame.module === parameter.module && frame.callee.from === callee.from) {
      const arg = frame.args[index];
      return arg === undefined ? [] : [arg];
    }
  }
  return callsOf(parameter, callee)?.flatMap((args) => args[index] ?? []);
}

function positionIn(list: SyntaxNode, parameter: SyntaxNode): number {
  return childrenOf(list).filter(({ name, from }) => name === "," && from < parameter.from).length;
}

/** The arguments of each call of a local function by its name; undefined where there is none. */
function callsOf(place: Place, callee: SyntaxNode): readonly (readonly Place[])[] | undefined {
  const declaration = callee.name === "FunctionDeclaration" ? callee : callee.parent;
  const named = declaration?.getChild("VariableDefinition");
  if (!named) return undefined;
  const definition = definitionOf(place.module, nameOf(place.module, named), named);
  if (definition === undefined || definition.node.from !== named.from) return undefined;
  const calls = referencesTo(place.module, definition).flatMap((reference) => {
    const call = reference.parent;
    const isCalled = call?.name === "CallExpression" && call.firstChild?.from === reference.from;
    return isCalled ? [argumentsOf({ ...place, node: call, frame: undefined })] : [];
  });
  return calls.length > 0 ? calls : undefined;
}

/** The arguments of a call, one place each. */
export function argumentsOf(call: Place): readonly Place[] {
  const list = call.node.getChild("ArgList");
  return list === null ? [] : partsOf(list).map((node) => ({ ...call, node }));
}
