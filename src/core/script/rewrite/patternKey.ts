import type { Span, TextEdit } from "../../edit.ts";
import { initializerOf, type Module, nameAt, type SyntaxNode, textOf } from "../syntax.ts";

const KEYS = new Set(["PropertyName", "VariableDefinition"]);

/**
 * The edits that make `const { NAME } = process.env` take another variable, under the same local
 * name. Undefined for a place that is no key of such a pattern; none for a pattern of anything else.
 */
export function keyEdits(
  module: Module,
  { start, end }: Span,
  variable: string,
): readonly TextEdit[] | undefined {
  const key = nameAt(module, start, KEYS);
  const property = key?.parent;
  if (!key || property?.name !== "PatternProperty") return undefined;
  if (property.firstChild?.from !== start || end < key.to) return undefined;
  if (!isEnvironment(module, property)) return [];
  return [renamedKey(module, key, variable)];
}

/** A key under its new name; a shorthand keeps the local name that the rest of the file uses. */
function renamedKey(module: Module, key: SyntaxNode, variable: string): TextEdit {
  const isShorthand = key.parent?.name === "PatternProperty" && key.parent.getChild(":") === null;
  const local = isShorthand ? `: ${textOf(module, key)}` : "";
  return { start: key.from, end: key.to, newText: `${variable}${local}` };
}

function isEnvironment(module: Module, property: SyntaxNode): boolean {
  const pattern = property.parent;
  const value = pattern === null ? undefined : initializerOf(pattern);
  return value !== undefined && /^process\s*\.\s*env$/.test(textOf(module, value));
}
