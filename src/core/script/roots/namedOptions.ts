import { definitionOf, nameOf, referencesTo } from "../bindings.ts";
import { occurrencesOf } from "../search.ts";
import { enclosing, type Module, nameAt, type SyntaxNode, textOf } from "../syntax.ts";
import { rootsOf } from "./libraryCalls.ts";
import type { LibraryName } from "./libraryNames.ts";
import type { Libraries, Root } from "./root.ts";

const KEYS = new Set(["PropertyDefinition", "String"]);
const OBJECTS = new Set(["ObjectExpression"]);
const WRAPPERS =
  /^(ParenthesizedExpression|BinaryExpression|PrefixCast|ArrowFunction|Function.*|Block|ReturnStatement)$/;
/** Constants that are made of constants that are made of constants, but no circles. */
const DEEPEST = 4;

/**
 * In a file of which the user says that it configures auth: every object with a `secret` that is
 * exported, or handed to a function, whatever they are called.
 */
export function namedOptions(
  module: Module,
  names: readonly LibraryName[],
  { own }: Libraries,
): readonly Root[] {
  const [entry] = own.entryPoints;
  if (entry === undefined) return [];
  // Whether the library reads a variable by itself cannot be told behind somebody's own function.
  const facts = { ...entry, isLazy: true, readsVariable: false, isVariableRedundant: false };
  const callees = new Set(names.map(({ node }) => node.from));
  const objects = occurrencesOf(module, "secret").flatMap((at) => {
    const key = nameAt(module, at, KEYS) ?? nameAt(module, at - 1, KEYS);
    const isKey = key?.parent?.name === "Property" && key.parent.firstChild?.from === key.from;
    return (isKey && enclosing(key, OBJECTS)) || [];
  });
  return objects
    .flatMap((object) => handedOn(module, object, 0) ?? [])
    .filter(({ parent }) => !callees.has(parent?.parent?.firstChild?.from ?? -1))
    .flatMap((node) => rootsOf({ module, node, frame: undefined }, facts, own));
}

/** The whole of what is exported or handed over where an expression is part of it. */
function handedOn(module: Module, inner: SyntaxNode, depth: number): SyntaxNode | undefined {
  let node = inner;
  for (let parent = node.parent; parent !== null; parent = node.parent) {
    if (/^(ArgList|ExportGroup|ExportDeclaration)$/.test(parent.name)) return node;
    if (parent.name === "AssignmentExpression") return isExports(module, parent) ? node : undefined;
    if (parent.name === "VariableDeclaration") return handedOnByName(module, node, parent, depth);
    // Only what is spread into an object is part of it; another property's value is not.
    const isSpread = parent.name === "Property" && parent.firstChild?.name === "Spread";
    const isAround = parent.name === "ObjectExpression" && node.name === "Property";
    if (!isSpread && !isAround && !WRAPPERS.test(parent.name)) return undefined;
    node = parent;
  }
  return undefined;
}

function handedOnByName(
  module: Module,
  value: SyntaxNode,
  declaration: SyntaxNode,
  depth: number,
): SyntaxNode | undefined {
  const declared = declaration
    .getChildren("VariableDefinition")
    .filter(({ from }) => from < value.from)
    .at(-1);
  if (declared === undefined || depth > DEEPEST) return undefined;
  if (declaration.parent?.name === "ExportDeclaration") return declared;
  const definition = definitionOf(module, nameOf(module, declared), declared);
  const isUsed =
    definition !== undefined &&
    referencesTo(module, definition).some((use) => handedOn(module, use, depth + 1));
  return isUsed ? declared : undefined;
}

function isExports(module: Module, assignment: SyntaxNode): boolean {
  const target = assignment.firstChild;
  return target !== null && /^(module\.)?exports(\.\w+)?$/.test(textOf(module, target));
}
