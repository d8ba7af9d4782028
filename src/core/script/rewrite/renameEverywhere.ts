import type { TextEdit } from "../../edit.ts";
import type { Script } from "../script.ts";
import { occurrencesOf } from "../search.ts";
import { type Module, parseModule, type SyntaxNode, textOf } from "../syntax.ts";

const KEYS = new Set(["PropertyName", "PropertyDefinition", "VariableDefinition", "VariableName"]);

/**
 * Renames a variable wherever the source names it: `env.NAME`, `env["NAME"]`, the keys of schemas
 * and of patterns. Comments and other texts stay. Undefined where it cannot be told what is meant,
 * as where both names stand in one object.
 */
export function renameEverywhere(
  { path, text }: Pick<Script, "path" | "text">,
  from: string,
  to: string,
): readonly TextEdit[] | undefined {
  if (!text.includes(from)) return [];
  const module = parseModule(path, text);
  const edits: TextEdit[] = [];
  for (const at of occurrencesOf(module, from)) {
    const node = module.tree.resolveInner(at, 1);
    if (/Comment$/.test(node.name)) continue;
    const isQuoted = node.name === "String" && textOf(module, node).slice(1, -1) === from;
    if (!isQuoted && !(KEYS.has(node.name) && textOf(module, node) === from)) continue;
    if (hasSibling(module, node, to)) return undefined;
    const isShort = isShorthand(node);
    // Of a shorthand the local name stays, since the rest of the file uses it.
    if (isShort) edits.push({ start: at, end: at, newText: `${to}: ` });
    else if (!isLocal(node)) edits.push({ start: at, end: at + from.length, newText: to });
  }
  return edits;
}

function isShorthand(node: SyntaxNode): boolean {
  const { parent } = node;
  const isProperty = parent?.name === "PatternProperty" || parent?.name === "Property";
  return isProperty && parent.getChild(":") === null && node.name !== "String";
}

/** A name of the file's own, whatever it is called. */
function isLocal({ name, parent }: SyntaxNode): boolean {
  if (name === "VariableName") return true;
  return name === "VariableDefinition" && parent?.name !== "PatternProperty";
}

/** True where the object or the pattern has a property of the new name already. */
function hasSibling(module: Module, node: SyntaxNode, to: string): boolean {
  const property = node.parent;
  if (property?.name !== "Property" && property?.name !== "PatternProperty") return false;
  const list = property.parent;
  const keys = [
    ...(list?.getChildren("Property") ?? []),
    ...(list?.getChildren("PatternProperty") ?? []),
  ];
  return keys.some((key) => {
    const first = key.firstChild;
    return first !== null && textOf(module, first).replace(/["']/g, "") === to;
  });
}
