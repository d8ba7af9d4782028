import { occurrencesOf } from "./search.ts";
import { enclosing, type Module, nameAt, type SyntaxNode } from "./syntax.ts";

/** A name's declaration, with the part of the file in which it means that. */
export interface Definition {
  readonly node: SyntaxNode;
  readonly scope: SyntaxNode;
}

const DEFINITIONS = new Set(["VariableDefinition", "TypeDefinition"]);
const REFERENCES = new Set(["VariableName"]);
const PATTERNS = new Set(["PatternProperty", "ObjectPattern", "ArrayPattern"]);
export const FUNCTIONS: ReadonlySet<string> = new Set([
  "ArrowFunction",
  "FunctionDeclaration",
  "FunctionExpression",
  "MethodDeclaration",
]);
const BLOCKS = new Set([
  ...FUNCTIONS,
  "Script",
  "Block",
  "Property",
  "ClassBody",
  "SwitchBody",
  "ForStatement",
  "CatchClause",
]);
const FUNCTION_BODIES = new Set([...FUNCTIONS, "Script", "Property"]);

/**
 * The declaration that a name stands for at a node; undefined for globals. Names are looked up in
 * the text, so that a keystroke in a long file costs no walk over its tree.
 */
export function definitionOf(module: Module, name: string, at: SyntaxNode): Definition | undefined {
  let best: Definition | undefined;
  for (const definition of definitionsOf(module, name)) {
    const { from, to } = definition.scope;
    const isInScope = from <= at.from && at.to <= to;
    if (isInScope && (best === undefined || from >= best.scope.from)) best = definition;
  }
  return best;
}

/** Every use of what a definition declares. */
export function referencesTo(module: Module, definition: Definition): readonly SyntaxNode[] {
  const name = nameOf(module, definition.node);
  const { from, to } = definition.scope;
  return occurrencesOf(module, name)
    .filter((at) => at >= from && at < to)
    .flatMap((at) => nameAt(module, at, REFERENCES) ?? [])
    .filter((node) => definitionOf(module, name, node)?.node.from === definition.node.from);
}

/** A node's text without what error recovery may have added to it. */
export function nameOf(module: Module, node: SyntaxNode): string {
  return module.text.slice(node.from, node.to).trim();
}

/** The declaration round a declared name: what it gets its value from. */
export function holderOf(definition: SyntaxNode): SyntaxNode | null {
  let holder = definition.parent;
  while (holder !== null && PATTERNS.has(holder.name)) holder = holder.parent;
  return holder?.name === "ImportGroup" ? holder.parent : holder;
}

const known = new WeakMap<Module, Map<string, readonly Definition[]>>();

function definitionsOf(module: Module, name: string): readonly Definition[] {
  const names = known.get(module) ?? new Map<string, readonly Definition[]>();
  known.set(module, names);
  const found =
    names.get(name) ??
    occurrencesOf(module, name)
      .flatMap((at) => nameAt(module, at, DEFINITIONS) ?? [])
      .map((node) => ({ node, scope: scopeOf(node) }));
  names.set(name, found);
  return found;
}

function scopeOf(definition: SyntaxNode): SyntaxNode {
  const holder = holderOf(definition);
  const top = rootOf(definition);
  if (holder === null) return top;
  if (holder.name === "ParamList") return holder.parent ?? top;
  if (holder.name === "ArrowFunction" || holder.name === "CatchClause") return holder;
  const isVar = holder.firstChild?.name === "var";
  const outer = holder.parent;
  return (outer && enclosing(outer, isVar ? FUNCTION_BODIES : BLOCKS)) ?? top;
}

function rootOf(node: SyntaxNode): SyntaxNode {
  let root = node;
  while (root.parent !== null) root = root.parent;
  return root;
}
