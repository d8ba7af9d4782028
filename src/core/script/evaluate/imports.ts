import { definitionOf, holderOf, nameOf } from "../bindings.ts";
import {
  childrenOf,
  initializerOf,
  type Module,
  partsOf,
  type SyntaxNode,
  textOf,
} from "../syntax.ts";

/** What a name stands for that another module exports; `*` for the whole module. */
export interface ImportedName {
  readonly module: string;
  readonly name: string;
}

/** Which export of which module a name declared by an `import` is. */
export function importedName(module: Module, definition: SyntaxNode): ImportedName | undefined {
  const holder = holderOf(definition);
  const specifier = holder?.getChild("String");
  if (!holder || !specifier) return undefined;
  const from = specifierOf(module, specifier);
  const before = previousPart(definition);
  if (definition.parent?.name === "ImportGroup") {
    const isRenamed = before?.name === "as";
    const original = isRenamed ? before.prevSibling : definition;
    return { module: from, name: nameOf(module, original ?? definition) };
  }
  return { module: from, name: before?.name === "as" ? "*" : "default" };
}

/**
 * Which export an expression refers to: through `import`, `require`, `await import()`, members of
 * a namespace and local aliases. `x.default` is `x`, as bundlers' interop has it.
 */
export function referenceOf(module: Module, node: SyntaxNode, depth = 0): ImportedName | undefined {
  if (depth > 8) return undefined;
  const inner = partsOf(node)[0];
  const follow = (next: SyntaxNode | undefined) =>
    next === undefined ? undefined : referenceOf(module, next, depth + 1);
  switch (node.name) {
    case "TypeName":
    case "VariableName": {
      const definition = definitionOf(module, nameOf(module, node), node);
      if (definition === undefined) return undefined;
      return (
        importedName(module, definition.node) ?? declaredReference(module, definition.node, depth)
      );
    }
    case "MemberExpression": {
      const member = node.lastChild;
      return member?.name === "PropertyName"
        ? memberOf(follow(inner), textOf(module, member))
        : undefined;
    }
    case "IndexedType": {
      const member = node.lastChild;
      return member?.name === "TypeName"
        ? memberOf(follow(inner), textOf(module, member))
        : undefined;
    }
    case "ImportType":
      return wholeModule(module, node);
    case "CallExpression": {
      if (inner === undefined || textOf(module, inner) !== "require") return undefined;
      return wholeModule(module, node.getChild("ArgList"));
    }
    case "DynamicImport":
      return wholeModule(module, node);
    case "AwaitExpression":
    case "ParenthesizedExpression":
    case "BinaryExpression":
    case "PostfixExpression":
    case "InstantiationExpression":
      return follow(partsOf(node).find(({ name }) => name !== "await"));
    default:
      return undefined;
  }
}

function declaredReference(
  module: Module,
  definition: SyntaxNode,
  depth: number,
): ImportedName | undefined {
  const holder = holderOf(definition);
  if (holder?.name !== "VariableDeclaration") return undefined;
  const property = definition.parent;
  if (property?.name !== "PatternProperty") {
    const value = initializerOf(definition);
    return value && referenceOf(module, value, depth + 1);
  }
  const value = property.parent && initializerOf(property.parent);
  const key = partsOf(property)[0] ?? definition;
  return value ? memberOf(referenceOf(module, value, depth + 1), nameOf(module, key)) : undefined;
}

function memberOf(whole: ImportedName | undefined, member: string): ImportedName | undefined {
  if (whole === undefined) return undefined;
  if (whole.name === "*") return { ...whole, name: member };
  return member === "default" ? whole : { ...whole, name: `${whole.name}.${member}` };
}

function wholeModule(module: Module, holder: SyntaxNode | null): ImportedName | undefined {
  const specifier = holder?.getChild("String");
  return specifier ? { module: specifierOf(module, specifier), name: "*" } : undefined;
}

/** What is imported from; while it is typed, its closing quote may be missing. */
function specifierOf(module: Module, literal: SyntaxNode): string {
  return textOf(module, literal).replace(/^["']|(?<!["'\s;])["'\s;]+$/g, "");
}

function previousPart(node: SyntaxNode): SyntaxNode | null {
  let previous = node.prevSibling;
  while (previous !== null && childrenOf(previous).length > 0) previous = previous.prevSibling;
  return previous;
}
