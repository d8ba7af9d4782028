import { lineEndingOf, type Span, type TextEdit } from "../../edit.ts";
import { childrenOf, parseModule, type SyntaxNode } from "../syntax.ts";

/** Adds a property behind all that an object literal holds; no edits where there is no literal. */
export function addProperty(
  file: string,
  text: string,
  span: Span,
  option: string,
): readonly TextEdit[] {
  const object = objectAt(parseModule(file, text).tree.resolveInner(span.start, 1), span);
  if (object === undefined) return [];
  const parts = childrenOf(object).filter(({ name }) => !/Comment$/.test(name));
  const last = parts.filter(({ name }) => name === "Property").at(-1);
  if (last === undefined) return [insertion(span.start + 1, ` ${option} `)];
  const comma = parts.filter(({ name, from }) => name === "," && from >= last.to).at(0);
  const brace = object.to - 1;
  const line = text.lastIndexOf("\n", brace) + 1;
  const isOwnLine = text.slice(line, brace).trim() === "" && line > last.to;
  if (!isOwnLine) {
    return comma ? [insertion(comma.to, ` ${option}`)] : [insertion(last.to, `, ${option}`)];
  }
  const [indent = ""] = /^[\t ]*/.exec(text.slice(text.lastIndexOf("\n", last.from) + 1)) ?? [];
  const added = insertion(line, `${indent}${option},${lineEndingOf(text)}`);
  return comma ? [added] : [insertion(last.to, ","), added];
}

function objectAt(start: SyntaxNode, span: Span): SyntaxNode | undefined {
  for (let node: SyntaxNode | null = start; node?.from === span.start; node = node.parent) {
    if (node.name === "ObjectExpression" && node.to === span.end) return node;
  }
  return undefined;
}

function insertion(at: number, newText: string): TextEdit {
  return { start: at, end: at, newText };
}
