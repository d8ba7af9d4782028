import type { Framework } from "../../frameworks/framework.ts";
import { definitionOf } from "../bindings.ts";
import type { Place } from "../evaluate/origin.ts";
import { namesWith } from "../search.ts";
import { initializerOf, type Module, partsOf, type SyntaxNode, textOf } from "../syntax.ts";
import { rootsOf } from "./libraryCalls.ts";
import type { LibraryName } from "./libraryNames.ts";
import type { Libraries, Root } from "./root.ts";

/** Options objects that are exported for another file, with no type and no call to tell them. */
export function exportedOptions(
  module: Module,
  names: readonly LibraryName[],
  libraries: Libraries,
): readonly Root[] {
  const candidates = new Set([...namesWith(module, "uth")].map(([name]) => name));
  if (names.length > 0) candidates.add("options");
  const named = [...candidates].flatMap((name) => {
    const frameworks = libraries.all.filter(
      ({ options }) => name === "options" || options.name.test(name),
    );
    const value = frameworks.length > 0 ? exportedValue(module, name) : undefined;
    return value === undefined ? [] : [{ ...value, frameworks }];
  });
  const unnamed = names.length > 0 ? defaultExports(module) : [];
  const all = [
    ...named,
    ...unnamed.map((node) => ({ node, value: node, frameworks: libraries.all })),
  ];
  return all.flatMap(({ node, value, frameworks }) => {
    const framework = frameworks.find((one) => hasShape(module, value, one));
    const [entry] = framework?.entryPoints ?? [];
    if (framework === undefined || entry === undefined) return [];
    const place: Place = { module, node, frame: undefined };
    return rootsOf(place, { ...entry, isLazy: true }, framework);
  });
}

/** What is exported under a name, and the node that stands for it with all that is done to it. */
interface Exported {
  readonly node: SyntaxNode;
  readonly value: SyntaxNode;
}

function exportedValue(module: Module, name: string): Exported | undefined {
  const definition = definitionOf(module, name, module.tree.topNode);
  const holder = definition?.node.parent;
  if (!definition || !holder) return undefined;
  const isExported =
    holder.parent?.name === "ExportDeclaration" || isExportedBehind(module.text, name);
  if (!isExported) return undefined;
  const { node } = definition;
  if (holder.name === "FunctionDeclaration") return { node, value: holder };
  const value = holder.name === "VariableDeclaration" ? initializerOf(node) : undefined;
  return value && { node, value };
}

/** True where `export { name }`, `export default name` or `exports.name = name` stands in the text. */
function isExportedBehind(text: string, name: string): boolean {
  if (new RegExp(`export\\s*(?:default\\s+|\\{[^{}]*?)\\b${name}\\b`).test(text)) return true;
  const mention = new RegExp(`\\b${name}\\b`);
  // Statement by statement: sought in one go, each `exports` would be followed to the next semicolon.
  return text.split(";").some((statement) => {
    const start = statement.search(/exports\b/);
    return start >= 0 && mention.test(statement.slice(start + "exports".length));
  });
}

/** `export default { … }` and `module.exports = { … }`. */
function defaultExports(module: Module): readonly SyntaxNode[] {
  return partsOf(module.tree.topNode).flatMap((statement) => {
    if (statement.name === "ExportDeclaration" && statement.getChild("default")) {
      return partsOf(statement).slice(-1);
    }
    const assignment = statement.getChild("AssignmentExpression");
    const [target, value] = assignment === null ? [] : partsOf(assignment);
    const isExports = target && /^(module\.)?exports(\.\w+)?$/.test(textOf(module, target));
    return isExports && value ? [value] : [];
  });
}

/** True where a literal object, or the one that a function returns, has keys that tell the library. */
function hasShape(module: Module, value: SyntaxNode, { options }: Framework): boolean {
  return objectsIn(value, 0).some((object) =>
    object
      .getChildren("Property")
      .some((property) => options.keys.includes(textOf(module, property.firstChild ?? property))),
  );
}

const TRANSPARENT =
  /^(ParenthesizedExpression|BinaryExpression|ArrowFunction|Function.*|Block|ReturnStatement|CallExpression|ArgList)$/;

function objectsIn(node: SyntaxNode, depth: number): readonly SyntaxNode[] {
  if (node.name === "ObjectExpression") return [node];
  if (depth > 6 || !TRANSPARENT.test(node.name)) return [];
  return partsOf(node).flatMap((part) => objectsIn(part, depth + 1));
}
