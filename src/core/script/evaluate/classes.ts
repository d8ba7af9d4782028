import { behind, childrenOf, partsOf, type SyntaxNode, textOf } from "../syntax.ts";
import { keyOf, resolveMember } from "./objects.ts";
import { type Evaluation, type Origins, origin, type Path, type Place } from "./origin.ts";

/** A class: its static members, and those of its instances where the path calls (`new`) it. */
export function resolveClass(place: Place, path: Path, evaluation: Evaluation): Origins {
  const [step, ...rest] = path;
  const body = place.node.getChild("ClassBody");
  if (step === undefined || body === null) return [origin("unknown", place)];
  if (step.kind === "call")
    return resolveMembers({ ...place, node: body }, rest, evaluation, false);
  return resolveMembers({ ...place, node: body }, path, evaluation, true);
}

/** `this`: the class or the object whose member it stands in. */
export function resolveThis(place: Place, path: Path, evaluation: Evaluation): Origins {
  const owner = ownerOf(place.node);
  if (owner === undefined) return [origin("unknown", place)];
  const at: Place = { ...place, node: owner };
  if (owner.name === "ObjectExpression") return evaluation.resolve(at, path);
  const own = resolveMembers(at, path, evaluation, false);
  return own.length > 0 ? own : resolveMembers(at, path, evaluation, true);
}

function ownerOf(node: SyntaxNode): SyntaxNode | undefined {
  for (let inner = node; inner.parent !== null; inner = inner.parent) {
    const { parent } = inner;
    if (parent.name === "ClassBody") return parent;
    const isMethod = inner.name === "Property" && inner.getChild("ParamList") !== null;
    const isFunction = inner.name === "FunctionExpression" && parent.name === "Property";
    if (isMethod) return parent;
    if (isFunction) return parent.parent ?? undefined;
    if (inner.name === "FunctionDeclaration") return undefined;
  }
  return undefined;
}

function resolveMembers(
  body: Place,
  path: Path,
  evaluation: Evaluation,
  isStatic: boolean,
): Origins {
  const [step, ...rest] = path;
  if (step?.kind !== "member") return [origin("unknown", body)];
  return childrenOf(body.node)
    .filter((node) => /^(Property|Method)Declaration$/.test(node.name))
    .filter((node) => (node.getChild("static") !== null) === isStatic)
    .flatMap((node): Origins => {
      const at: Place = { ...body, node };
      if (keyOf(at, evaluation) === "constructor")
        return assignedIn(at, step.name, rest, evaluation);
      if (keyOf(at, evaluation) !== step.name) return [];
      if (node.name === "MethodDeclaration") return resolveMember(at, rest, evaluation);
      const value = behind(node, "Equals");
      return value === undefined ? [] : evaluation.resolve({ ...at, node: value }, rest);
    });
}

/** What a constructor assigns to `this.name`. */
function assignedIn(method: Place, name: string, path: Path, evaluation: Evaluation): Origins {
  const block = method.node.getChild("Block");
  const parameter = parameterProperty(method, name);
  if (parameter) return evaluation.resolve({ ...method, node: parameter }, path);
  return (block === null ? [] : childrenOf(block)).flatMap((statement): Origins => {
    const assignment = statement.getChild("AssignmentExpression");
    const [target, value] = assignment === null ? [] : partsOf(assignment);
    if (target === undefined || value === undefined) return [];
    if (textOf(method.module, target) !== `this.${name}`) return [];
    return evaluation.resolve({ ...method, node: value }, path);
  });
}

/** `constructor(private readonly name = …)`. */
function parameterProperty({ module, node }: Place, name: string): SyntaxNode | undefined {
  return node
    .getChild("ParamList")
    ?.getChildren("VariableDefinition")
    .find(
      (parameter) =>
        textOf(module, parameter) === name &&
        /^(Privacy|readonly)$/.test(parameter.prevSibling?.name ?? ""),
    );
}

/** `enum Keys { NAME = "text" }`. */
export function resolveEnum(place: Place, path: Path, evaluation: Evaluation): Origins {
  const [step, ...rest] = path;
  const body = place.node.getChild("EnumBody");
  if (step?.kind !== "member" || body === null) return [origin("unknown", place)];
  const member = childrenOf(body).find(
    (child) => child.name === "PropertyName" && textOf(place.module, child) === step.name,
  );
  const value = member && valueBehind(member);
  return value ? evaluation.resolve({ ...place, node: value }, rest) : [origin("unknown", place)];
}

function valueBehind(member: SyntaxNode): SyntaxNode | null | undefined {
  return member.nextSibling?.name === "Equals" ? member.nextSibling.nextSibling : undefined;
}
