import type { Framework } from "../../frameworks/framework.ts";
import { FUNCTIONS } from "../bindings.ts";
import type { Place } from "../evaluate/origin.ts";
import { needle, startsOf } from "../search.ts";
import { initializerOf, type Module, partsOf, type SyntaxNode } from "../syntax.ts";
import { rootsOf } from "./libraryCalls.ts";
import type { LibraryName } from "./libraryNames.ts";
import { type Libraries, namesModule, type Root } from "./root.ts";

/** What is declared to be a library's options by a type, as TypeScript or in a JSDoc comment. */
export function declaredOptions(
  module: Module,
  names: readonly LibraryName[],
  libraries: Libraries,
): readonly Root[] {
  const typed = names.flatMap(({ imported, node }) => {
    if (!/^(TypeName|IndexedType)$/.test(node.name)) return [];
    const framework = frameworkOfType(libraries, imported.module, imported.name);
    return framework === undefined ? [] : typedValues(node).map((value) => ({ value, framework }));
  });
  const annotated = jsdocValues(module, libraries);
  return [...typed, ...annotated].flatMap(({ value, framework }) => {
    const place: Place = { module, node: value, frame: undefined };
    const [entry] = framework.entryPoints;
    return entry === undefined ? [] : rootsOf(place, { ...entry, isLazy: true }, framework);
  });
}

function frameworkOfType({ all }: Libraries, module: string, name: string): Framework | undefined {
  return all.find(({ optionTypes }) =>
    optionTypes.some((type) => namesModule(type.modules, module) && type.names.includes(name)),
  );
}

const WRAPPING_TYPES = new Set([
  "ParameterizedType",
  "TypeArgList",
  "IntersectionType",
  "UnionType",
  "ParenthesizedType",
  "FunctionSignature",
]);

/** The expressions that a type is written for: `x: T = …`, `… satisfies T`, what a `(): T` returns. */
function typedValues(type: SyntaxNode): readonly SyntaxNode[] {
  let node = type;
  while (node.parent !== null && WRAPPING_TYPES.has(node.parent.name)) node = node.parent;
  const holder = node.parent;
  if (holder?.name === "BinaryExpression") {
    const [value] = partsOf(holder);
    return value === undefined || value.from === node.from ? [] : [value];
  }
  if (holder?.name === "PrefixCast") return partsOf(holder).slice(-1);
  if (holder?.name !== "TypeAnnotation") return [];
  const owner = holder.parent;
  if (owner !== null && FUNCTIONS.has(owner.name)) return [owner];
  const declared = holder.prevSibling;
  if (declared?.name === "VariableDefinition") return [declared];
  const value = declared === null ? undefined : initializerOf(declared);
  return value === undefined ? [] : [value];
}

const JSDOC = /@(?:type|satisfies)\s*\{[^{}]*?import\(["']([^"']+)["']\)\.(\w+)/y;
const TAGS = ["@type", "@satisfies"].map(needle);

/** A `@type` or `@satisfies` comment before a declaration or an expression. */
function jsdocValues(module: Module, libraries: Libraries) {
  const starts = TAGS.flatMap((tag) => [...startsOf(module, tag)]);
  return starts.flatMap((at) => {
    JSDOC.lastIndex = at;
    const match = JSDOC.exec(module.text);
    const framework = match && frameworkOfType(libraries, match[1] ?? "", match[2] ?? "");
    const comment = module.tree.resolveInner(at, 1);
    if (!framework || comment.name !== "BlockComment") return [];
    const value = valueBehind(comment);
    return value === undefined ? [] : [{ value, framework }];
  });
}

function valueBehind(comment: SyntaxNode): SyntaxNode | undefined {
  let next = comment.nextSibling;
  if (next?.name === "ExportDeclaration") {
    next = next.getChild("VariableDeclaration") ?? partsOf(next).at(-1) ?? null;
  }
  if (next === null) return undefined;
  if (next.name === "VariableDeclaration") {
    return next.getChild("VariableDefinition") ?? undefined;
  }
  return next.name === "ExpressionStatement" ? (next.firstChild ?? undefined) : next;
}
