import { definitionOf, nameOf } from "../bindings.ts";
import { valueOfString } from "../strings.ts";
import { childrenOf, type Module, partsOf, type SyntaxNode, textOf } from "../syntax.ts";
import type { Evaluation, Path, Place } from "./origin.ts";

/** What a module exports under a name: an expression, and the way to it from there. */
export interface Exported {
  readonly place: Place;
  readonly path: Path;
}

/** Files that hand a name on to the next; more are not worth the search. */
const MOST_HOPS = 3;

/** What a module exports under a name, `default` for its default export. */
export function exportOf(
  module: Module,
  name: string,
  evaluation: Evaluation,
  hops = 0,
): Exported | undefined {
  if (hops > MOST_HOPS) return undefined;
  for (const statement of partsOf(module.tree.topNode)) {
    const found =
      statement.name === "ExportDeclaration"
        ? exportedBy(module, statement, name, evaluation, hops)
        : assignedTo(module, statement, name);
    if (found !== undefined) return found;
  }
  return undefined;
}

function exportedBy(
  module: Module,
  statement: SyntaxNode,
  name: string,
  evaluation: Evaluation,
  hops: number,
): Exported | undefined {
  const at = (node: SyntaxNode): Exported => ({
    place: { module, node, frame: undefined },
    path: [],
  });
  const specifier = statement.getChild("String");
  const from = specifier === null ? undefined : valueOfString(textOf(module, specifier));
  const group = statement.getChild("ExportGroup");
  if (group !== null) {
    const local = localName(module, group, name);
    if (local === undefined || from === undefined) return local && at(local);
    const other = evaluation.load(from, module);
    return other && exportOf(other, nameOf(module, local), evaluation, hops + 1);
  }
  if (from !== undefined) {
    const other = statement.getChild("Star") === null ? undefined : evaluation.load(from, module);
    return other && exportOf(other, name, evaluation, hops + 1);
  }
  if (statement.getChild("default") !== null) {
    const value = partsOf(statement).at(-1);
    return name === "default" && value !== undefined ? at(value) : undefined;
  }
  const definition = definitionOf(module, name, module.tree.topNode);
  const isHere =
    definition !== undefined &&
    definition.node.from >= statement.from &&
    definition.node.to <= statement.to;
  return isHere ? at(definition.node) : undefined;
}

/** `local` of `{ local as name }`, or of `{ local }` where that is the name. */
function localName(module: Module, group: SyntaxNode, name: string): SyntaxNode | undefined {
  const parts = childrenOf(group).filter(({ name: kind }) =>
    /^(VariableName|as|default)$/.test(kind),
  );
  for (const [index, part] of parts.entries()) {
    const isExported = nameOf(module, part) === name && part.name !== "as";
    if (!isExported || parts[index + 1]?.name === "as") continue;
    return parts[index - 1]?.name === "as" ? parts[index - 2] : part;
  }
  return undefined;
}

/** `module.exports = { name: … }` and `exports.name = …`. */
function assignedTo(module: Module, statement: SyntaxNode, name: string): Exported | undefined {
  const assignment = statement.getChild("AssignmentExpression");
  const [target, node] = assignment === null ? [] : partsOf(assignment);
  if (target === undefined || node === undefined) return undefined;
  const place: Place = { module, node, frame: undefined };
  const text = textOf(module, target);
  if (text === `exports.${name}` || text === `module.exports.${name}`) return { place, path: [] };
  if (text !== "module.exports") return undefined;
  return { place, path: name === "default" ? [] : [{ kind: "member", name, at: place }] };
}
