import { libraryPackages } from "../../frameworks/index.ts";
import { definitionOf, nameOf } from "../bindings.ts";
import { type ImportedName, referenceOf } from "../evaluate/imports.ts";
import { type Needle, needle, occurrencesOf, startsOf } from "../search.ts";
import { childrenOf, type Module, nameAt, type SyntaxNode } from "../syntax.ts";

/** A use of something that a library exports. */
export interface LibraryName {
  readonly imported: ImportedName;
  /** The whole reference: `NextAuth`, `Providers.Google`. */
  readonly node: SyntaxNode;
}

const SPECIFIERS = [...libraryPackages].map(needle);
const STRINGS = new Set(["String"]);
const USES = new Set(["VariableName", "TypeName"]);
const DECLARATIONS = new Set(["ImportDeclaration", "VariableDeclaration"]);
const STATEMENTS = new Set(["ExpressionStatement", "Block", "Script", "ExportDeclaration"]);

/** Every use of every name that the file takes from an auth library. */
export function libraryNames(module: Module): readonly LibraryName[] {
  const specifiers = SPECIFIERS.flatMap((start) => specifiersAt(module, start));
  const names: string[] = [];
  const uses: SyntaxNode[] = [];
  const declare = (nodes: readonly SyntaxNode[]) => {
    for (const name of nodes.map((node) => nameOf(module, node))) {
      if (!names.includes(name)) names.push(name);
    }
  };
  for (const specifier of specifiers) {
    const declaration = declarationOf(specifier);
    uses.push(...inlineUse(specifier));
    if (declaration !== undefined) declare(declaredIn(declaration));
  }
  // Aliases that are found on the way lengthen the list.
  for (const name of names) {
    for (const at of occurrencesOf(module, name)) {
      const use = nameAt(module, at, USES);
      if (use === undefined || definitionOf(module, name, use) === undefined) continue;
      uses.push(use);
      const holder = wholeReference(use).parent;
      if (holder?.name === "VariableDeclaration") declare(declaredIn(holder));
    }
  }
  return uses.flatMap((use) => {
    const node = wholeReference(use);
    const imported = referenceOf(module, node);
    return imported === undefined ? [] : [{ imported, node }];
  });
}

function specifiersAt(module: Module, start: Needle): readonly SyntaxNode[] {
  return [...startsOf(module, start)].flatMap((at) => {
    const isQuoted = /["']/.test(module.text.charAt(at - 1));
    return (isQuoted && nameAt(module, at - 1, STRINGS)) || [];
  });
}

/** The declaration that may name what a module exports. */
function declarationOf(specifier: SyntaxNode): SyntaxNode | undefined {
  for (
    let node = specifier.parent;
    node !== null && !STATEMENTS.has(node.name);
    node = node.parent
  ) {
    if (DECLARATIONS.has(node.name)) return node;
  }
  return undefined;
}

function declaredIn(node: SyntaxNode): readonly SyntaxNode[] {
  return childrenOf(node).flatMap((child) => {
    if (child.name === "VariableDefinition") return [child];
    return /^(ImportGroup|ObjectPattern|PatternProperty)$/.test(child.name)
      ? declaredIn(child)
      : [];
  });
}

/** `require("…")`, `import("…")` and the type of that name, which may be used on the spot. */
function inlineUse(specifier: SyntaxNode): readonly SyntaxNode[] {
  const holder = specifier.parent;
  if (holder?.name === "ImportType") return [holder];
  const call = holder?.name === "ArgList" ? holder.parent : holder;
  return call?.name === "CallExpression" || call?.name === "DynamicImport" ? [call] : [];
}

/** The reference with the members that are taken of it: `N.x` for the `N` in it. */
function wholeReference(use: SyntaxNode): SyntaxNode {
  let node = use;
  for (let parent = node.parent; parent !== null; parent = node.parent) {
    const isObject =
      /^(MemberExpression|IndexedType)$/.test(parent.name) &&
      parent.firstChild?.from === node.from &&
      parent.getChild("[") === null;
    const isWrapper = /^(ParenthesizedExpression|AwaitExpression|InstantiationExpression)$/.test(
      parent.name,
    );
    if (!isObject && !isWrapper) return node;
    node = parent;
  }
  return node;
}
