import { secretVariables, variableParts } from "../../frameworks/index.ts";
import { namesWith } from "../search.ts";
import { behind, enclosing, type Module, nameAt, type SyntaxNode, textOf } from "../syntax.ts";
import { type Libraries, type Root, variableOption } from "./root.ts";

/** A block of a framework's configuration file that holds settings for the app. */
interface Block {
  readonly file: RegExp;
  /** The keys round a setting, innermost first. */
  readonly keys: readonly string[];
  /** True where it is copied into the code that browsers load. */
  readonly isPublished: boolean;
}

/** Next.js 16 docs, `env`; Next.js 15 docs, runtime configuration; Nuxt 4 docs, `runtimeConfig`. */
const BLOCKS: readonly Block[] = [
  { file: /(^|\/)next\.config\.\w+$/, keys: ["env"], isPublished: true },
  { file: /(^|\/)next\.config\.\w+$/, keys: ["publicRuntimeConfig"], isPublished: true },
  { file: /(^|\/)next\.config\.\w+$/, keys: ["serverRuntimeConfig"], isPublished: false },
  { file: /(^|\/)nuxt\.config\.\w+$/, keys: ["public", "runtimeConfig"], isPublished: true },
  { file: /(^|\/)nuxt\.config\.\w+$/, keys: ["runtimeConfig"], isPublished: false },
];

const NAMES = new Set(["PropertyName", "PropertyDefinition", "String", "VariableName"]);
const PROPERTIES = new Set(["Property"]);
/** How Nuxt's runtime configuration names what `NUXT_AUTH_SECRET` sets. */
const SETTING = /^(next)?auth_?secret$/i;

/** Secrets that a framework's configuration file hands to the app. */
export function configFileRoots(module: Module, libraries: Libraries): readonly Root[] {
  const blocks = BLOCKS.filter(({ file }) => file.test(module.path));
  if (blocks.length === 0) return [];
  const roots = new Map<number, Root>();
  for (const part of [...variableParts, "uthSecret"]) {
    for (const [name, at] of namesWith(module, part)) {
      const node = nameAt(module, at, NAMES) ?? nameAt(module, at - 1, NAMES);
      const property = node && enclosing(node, PROPERTIES);
      const root = property && rootOf(module, property, name, blocks, libraries);
      if (root !== undefined) roots.set(property?.from ?? at, root);
    }
  }
  return [...roots.values()];
}

function rootOf(
  module: Module,
  property: SyntaxNode,
  name: string,
  blocks: readonly Block[],
  libraries: Libraries,
): Root | undefined {
  const owners = ownersOf(module, property);
  const block = blocks.find(({ keys }) => keys.every((key, index) => key === owners[index]));
  const key = keyOf(module, property);
  const isSecret = secretVariables.has(key) || SETTING.test(key);
  const isHandedOn = block?.isPublished === true && secretVariables.has(name);
  if (block === undefined || !(isSecret || isHandedOn)) return undefined;
  const node = behind(property, ":") ?? property.firstChild;
  if (node === null) return undefined;
  return {
    place: { module, node, frame: undefined },
    path: [],
    key,
    option: variableOption(name, libraries, block.isPublished),
  };
}

/** The keys of the objects round a property, the nearest first. */
function ownersOf(module: Module, property: SyntaxNode): readonly string[] {
  const owners: string[] = [];
  for (let node = property.parent; node !== null; node = node.parent) {
    if (node.name === "Property") owners.push(keyOf(module, node));
    else if (node.name !== "ObjectExpression") break;
  }
  return owners;
}

function keyOf(module: Module, property: SyntaxNode): string {
  return textOf(module, property.firstChild ?? property).replace(/["']/g, "");
}
