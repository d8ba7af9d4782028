import { nameOf } from "../bindings.ts";
import { valueOfString } from "../strings.ts";
import { behind, childrenOf, partsOf, type SyntaxNode, textOf } from "../syntax.ts";
import { variableAt } from "./environment.ts";
import { resolveBody } from "./functions.ts";
import {
  asFallback,
  type Evaluation,
  isAbsent,
  isConstant,
  type Origins,
  origin,
  type Path,
  type Place,
  partial,
} from "./origin.ts";

/** `{ … }`: the last property of a name counts, and a spread may hold it too. */
export function resolveObject(place: Place, path: Path, evaluation: Evaluation): Origins {
  const [step, ...rest] = path;
  const properties = childrenOf(place.node).filter(({ name }) => name === "Property");
  if (step === undefined) {
    return resolveObject(place, [{ kind: "member", name: "secret", at: place }], evaluation);
  }
  if (step.kind === "call") return [origin("unknown", place)];
  if (step.kind === "any") {
    return resolveEvery(place, properties, path, evaluation, step.isChoice === true);
  }
  const found: Origins[] = [];
  let settled: "by key" | "by spread" | undefined;
  for (const property of [...properties].reverse()) {
    const at: Place = { ...place, node: property };
    if (isSpread(property)) {
      if (settled !== undefined) continue;
      const origins = resolveSpread(at, path, evaluation);
      found.push(origins.filter((one) => !isAbsent(one)));
      if (isConstant(origins)) settled = "by spread";
    } else if (settled !== "by spread" && keyOf(at, evaluation) === step.name) {
      // A key that stands twice is a mistake, and each of its values may be the one that is meant.
      found.push(resolveProperty(at, rest, evaluation));
      settled = "by key";
    }
  }
  return found.length > 0 ? found.flat() : [origin("absent", place)];
}

/** All properties; where only one of them is taken, a literal among variables is for the rest. */
function resolveEvery(
  place: Place,
  properties: readonly SyntaxNode[],
  path: Path,
  evaluation: Evaluation,
  isChoice: boolean,
): Origins {
  const values = properties.map((node) => {
    const at: Place = { ...place, node };
    const origins = isSpread(node)
      ? resolveSpread(at, path, evaluation)
      : resolveProperty(at, path.slice(1), evaluation);
    return { isProduction: /prod/i.test(keyOf(at, evaluation) ?? ""), origins };
  });
  const all = values.flatMap(({ origins }) => origins);
  if (!isChoice || all.every(({ kind }) => kind === "literal")) return all;
  return values.flatMap(({ isProduction, origins }) =>
    isProduction ? origins : asFallback(origins, undefined),
  );
}

function isSpread(property: SyntaxNode): boolean {
  return property.firstChild?.name === "Spread";
}

function resolveSpread(property: Place, path: Path, evaluation: Evaluation): Origins {
  const value = behind(property.node, "Spread");
  return value === undefined ? [] : evaluation.resolve({ ...property, node: value }, path);
}

/** The name of a property: plain, quoted, numeric or computed from a constant. */
export function keyOf(property: Place, evaluation: Evaluation): string | undefined {
  const { module, node } = property;
  const key = partsOf(node).find(
    ({ name }) => !/^(async|get|set|static|Privacy|readonly)$/.test(name),
  );
  if (key === undefined) return undefined;
  if (node.firstChild?.name === "[") {
    const [only, ...more] = evaluation.resolve({ ...property, node: key }, []);
    return more.length === 0 ? only?.value : undefined;
  }
  return key.name === "String" ? valueOfString(textOf(module, key)) : nameOf(module, key);
}

/** The value of `key: value`, of the shorthand `key`, of a getter and of a method. */
function resolveProperty(property: Place, path: Path, evaluation: Evaluation): Origins {
  const { node } = property;
  const value = behind(node, ":");
  if (value !== undefined) return evaluation.resolve({ ...property, node: value }, path);
  if (node.getChild(":") !== null) return [origin("unknown", property)];
  if (node.getChild("ParamList") !== null) return resolveMember(property, path, evaluation);
  const shorthand = node.getChild("PropertyDefinition");
  return shorthand === null
    ? [origin("unknown", property)]
    : evaluation.resolve({ ...property, node: shorthand }, path);
}

/** A getter's result, or a method's where the path calls it. */
export function resolveMember(member: Place, path: Path, evaluation: Evaluation): Origins {
  if (member.node.getChild("get") !== null) return resolveBody(member, [], path, evaluation);
  const [step, ...rest] = path;
  if (step?.kind !== "call") return [origin("unknown", member)];
  return resolveBody(member, step.args, rest, evaluation);
}

/** `[ … ]`: asked for itself it stands for all its elements. */
export function resolveArray(place: Place, path: Path, evaluation: Evaluation): Origins {
  const [step, ...rest] = path;
  const elements = partsOf(place.node).filter(({ name }) => name !== "Spread");
  const isSpreadElement = ({ prevSibling }: SyntaxNode) => prevSibling?.name === "Spread";
  if (step?.kind === "call") return [origin("unknown", place)];
  if (step?.kind === "member") {
    const element = /^\d+$/.test(step.name) ? elements[Number(step.name)] : undefined;
    return element === undefined
      ? [origin("absent", place)]
      : evaluation.resolve({ ...place, node: element }, rest);
  }
  return elements
    .flatMap((node) => evaluation.resolve({ ...place, node }, isSpreadElement(node) ? path : rest))
    .map(partial);
}

/** `object.member`, `object["member"]`, `object?.member`. */
export function resolveMemberAccess(place: Place, path: Path, evaluation: Evaluation): Origins {
  const { node, module } = place;
  const [object, member] = partsOf(node);
  if (object === undefined) return [origin("unknown", place)];
  if (/^import\.meta\.env$/.test(textOf(module, node))) return variableAt(place, path);
  if (member === undefined || member.type.isError) return [origin("unknown", place)];
  const isPlain = member.name === "PropertyName" || member.name === "PrivatePropertyName";
  const name = isPlain
    ? textOf(module, member)
    : constantOf({ ...place, node: member }, evaluation);
  const step: Path[number] =
    name === undefined
      ? { kind: "any", at: place, isChoice: true }
      : { kind: "member", name, at: place };
  return evaluation.resolve({ ...place, node: object }, [step, ...path]);
}

function constantOf(place: Place, evaluation: Evaluation): string | undefined {
  const [only, ...more] = evaluation.resolve(place, []);
  return more.length === 0 && only?.kind === "literal" ? only.value : undefined;
}
