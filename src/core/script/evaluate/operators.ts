import { valueOfString } from "../strings.ts";
import { childrenOf, partsOf, type SyntaxNode, textOf } from "../syntax.ts";
import { branchOf } from "./conditions.ts";
import {
  asFallback,
  covered,
  type Evaluation,
  isAbsent,
  isConstant,
  type Origins,
  origin,
  otherwise,
  type Path,
  type Place,
  partial,
  spanOf,
} from "./origin.ts";
import { isPure } from "./purity.ts";

/** `"text"`, with either quote. */
export function resolveString(place: Place, path: Path): Origins {
  const value = valueOfString(textOf(place.module, place.node));
  if (path.length > 0 || value === undefined) return [origin("unknown", place)];
  return [value === "" ? origin("absent", place) : origin("literal", place, { value })];
}

/** `12`; what looks like a number but runs on is a value that lost its quotes. */
export function resolveNumber(place: Place, path: Path): Origins {
  const runsOn = /[\w$]/.test(place.module.text.charAt(place.node.to));
  if (path.length > 0 || runsOn) return [origin("unknown", place)];
  return [origin("literal", place, { value: textOf(place.module, place.node) })];
}

/** A template, whose parts are text where they stand between the interpolations. */
export function resolveTemplate(place: Place, path: Path, evaluation: Evaluation): Origins {
  const { node, module } = place;
  const text = textOf(module, node);
  if (path.length > 0 || text.length < 2 || !text.endsWith("`")) return [origin("unknown", place)];
  const parts: (string | Origins)[] = [];
  let from = node.from + 1;
  for (const interpolation of childrenOf(node).filter(({ name }) => name === "Interpolation")) {
    parts.push(module.text.slice(from, interpolation.from));
    const inner = partsOf(interpolation).find(({ name }) => !name.startsWith("Interpolation"));
    parts.push(inner === undefined ? [] : evaluation.resolve({ ...place, node: inner }, []));
    from = interpolation.to;
  }
  parts.push(module.text.slice(from, node.to - 1));
  const pieces = parts.map((part) =>
    typeof part === "string" ? (valueOfString(`"${part}"`) ?? "") : part,
  );
  return compose(place, pieces);
}

/** What several parts make together: text only where all of them are text. */
export function compose(place: Place, parts: readonly (string | Origins)[]): Origins {
  const values = parts.map((part) => {
    if (typeof part === "string") return part;
    if (part.every(isAbsent)) return "";
    return isConstant(part) ? part.map(({ value }) => value ?? "").join("") : undefined;
  });
  if (values.every((value) => value !== undefined)) {
    const value = values.join("");
    return [value === "" ? origin("absent", place) : origin("literal", place, { value })];
  }
  const origins = parts.flatMap((part) => (typeof part === "string" ? [] : part));
  if (origins.some(({ kind }) => kind === "generated")) return [origin("generated", place)];
  return origins
    .filter(({ kind, isFallback }) => kind !== "absent" && (kind !== "literal" || isFallback))
    .map(partial);
}

export function resolveBinary(place: Place, path: Path, evaluation: Evaluation): Origins {
  const operator = childrenOf(place.node).find(({ name }) =>
    /^(LogicOp|ArithOp|CompareOp|BitOp|as|satisfies|in|instanceof)$/.test(name),
  );
  const [left, right] = partsOf(place.node).filter(({ from }) => from !== operator?.from);
  if (operator === undefined || left === undefined) return [origin("unknown", place)];
  const at = (node: SyntaxNode): Place => ({ ...place, node });
  if (operator.name === "as" || operator.name === "satisfies") {
    return evaluation.resolve(at(left), path);
  }
  if (right === undefined) return evaluation.resolve(at(left), path);
  switch (textOf(place.module, operator)) {
    case "??":
    case "||":
      return eitherOf(place, left, right, path, evaluation);
    case "&&":
      return guarded(at(left), evaluation.resolve(at(right), path));
    case "+":
      if (path.length > 0) break;
      return compose(place, [evaluation.resolve(at(left), []), evaluation.resolve(at(right), [])]);
  }
  return [origin("unknown", place)];
}

/** `left ?? right` or `left || right`; behind a constant, which is always there, right is dead. */
function eitherOf(
  place: Place,
  left: SyntaxNode,
  right: SyntaxNode,
  path: Path,
  evaluation: Evaluation,
): Origins {
  const span = spanOf(place.node);
  const first = evaluation.resolve({ ...place, node: left }, path);
  if (isConstant(first)) {
    return first.map((one) => covered(one, place));
  }
  const second = () => evaluation.resolve({ ...place, node: right }, path);
  return otherwise(first, second, { file: place.module.path, span, remainder: spanOf(left) });
}

/** `condition && value`: nothing at all where the condition does not hold. */
function guarded(condition: Place, origins: Origins): Origins {
  const isProduction = branchOf(condition) === "production";
  const kept = isProduction ? origins.map(partial) : asFallback(origins, undefined);
  return [...kept, origin("absent", condition)];
}

export function resolveConditional(place: Place, path: Path, evaluation: Evaluation): Origins {
  const [condition, yes, no] = partsOf(place.node);
  if (condition === undefined || yes === undefined) return [origin("unknown", place)];
  const branch = branchOf({ ...place, node: condition });
  const first = evaluation.resolve({ ...place, node: yes }, path);
  const second = no === undefined ? [] : evaluation.resolve({ ...place, node: no }, path);
  const remove = (remainder: SyntaxNode | undefined) =>
    // What the condition does besides would go with it.
    isPure(place.module, condition)
      ? {
          file: place.module.path,
          span: spanOf(place.node),
          remainder: remainder && spanOf(remainder),
        }
      : undefined;
  const isChoice = first.some(({ kind }) => kind !== "literal") || hasMore(second);
  if (!isChoice) return [...first, ...second].map(partial);
  return [
    ...(branch === "production" ? first.map(partial) : asFallback(first, remove(no))),
    ...(branch === "development" ? second.map(partial) : asFallback(second, remove(yes))),
  ];
}

function hasMore(origins: Origins): boolean {
  return origins.length === 0 || origins.some(({ kind }) => kind !== "literal");
}
