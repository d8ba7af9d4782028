import type { Span, TextEdit } from "../../edit.ts";
import type { SecretSource } from "../script.ts";
import { type Module, parseModule, partsOf, type SyntaxNode } from "../syntax.ts";
import { dropBranch } from "./dropBranch.ts";
import { dropItem } from "./dropItem.ts";
import { keyEdits } from "./patternKey.ts";
import { readVariable } from "./readVariable.ts";

/** What takes a value's place in the source. */
export type Rewrite = "removed" | "replaced";

/** The edits of one file, and what became of the value in it. */
export interface SourceEdits {
  readonly rewrite: Rewrite;
  readonly edits: readonly TextEdit[];
}

/**
 * Takes a secret out of the source: what it stood in for stays alone, the option goes where the
 * library needs none, and else the variable is read.
 */
export function moveOut(
  text: string,
  source: SecretSource,
  others: readonly SecretSource[],
): SourceEdits {
  const { expression, option } = source;
  const isHere = expression.file === source.file;
  const propertySpan = isHere ? option.propertySpan : undefined;
  const removed = (edits: readonly TextEdit[]): SourceEdits => ({ rewrite: "removed", edits });
  const inProperty = others.filter(
    (other) => other.file === source.file && isWithin(other.span, propertySpan),
  );
  const isAlone = inProperty.every((other) => other === source || isOwnVariable(other, expression));
  // Behind a name of its own, the property belongs to an object that others may read.
  const isOption = source.usedAt === undefined;
  // One of several secrets, with a version beside it: an entry without its value is none.
  const isListed =
    propertySpan !== undefined && /^["']?value\b/.test(text.slice(propertySpan.start));
  const isDroppable = isOption && isAlone && option.readsVariable && !isListed;
  if (propertySpan && (option.isPublished || isDroppable)) {
    return removed(dropItem(text, propertySpan));
  }
  if (expression.remainder !== undefined) {
    return removed(keepRemainder(text, expression.span, expression.remainder, source));
  }
  const module = parseModule(expression.file, text);
  if (isSpareElement(module, expression.span)) {
    return removed(dropItem(text, expression.span));
  }
  return { rewrite: "replaced", edits: replaceByVariable(text, source, option.framework.variable) };
}

/** Reads a variable where the value stands, or leaves alone what the value stood in for. */
export function replaceByVariable(
  text: string,
  source: SecretSource,
  variable: string,
): readonly TextEdit[] {
  const { expression, option } = source;
  if (expression.remainder !== undefined) {
    return keepRemainder(text, expression.span, expression.remainder, source);
  }
  const inPattern = keyEdits(parseModule(expression.file, text), expression.span, variable);
  if (inPattern !== undefined) return inPattern;
  const read = readVariable(text, option.framework, variable);
  const mark = needsAssertion(text, source) ? "!" : "";
  return [...read.edits, { ...expression.span, newText: `${read.expression}${mark}` }];
}

function keepRemainder(
  text: string,
  whole: Span,
  remainder: Span,
  source: SecretSource,
): readonly TextEdit[] {
  if (remainder.start === remainder.end) {
    return dropBranch(parseModule(source.expression.file, text), whole);
  }
  const kept = text.slice(remainder.start, remainder.end);
  const isRead = /[\w\])]$/.test(kept) && /\benv\b/.test(kept);
  const mark = isRead && needsAssertion(text, source) ? "!" : "";
  return [
    { start: whole.start, end: remainder.start, newText: "" },
    { start: remainder.end, end: whole.end, newText: mark },
  ].filter(({ start, end, newText }) => start < end || newText !== "");
}

/** True in TypeScript where `string | undefined` would not do: anywhere but as the option itself. */
function needsAssertion(text: string, { expression, option }: SecretSource): boolean {
  const { file, span } = expression;
  if (!/\.[cm]?tsx?$/.test(file)) return false;
  if (/^\s*(?:!|as\b|satisfies\b)/.test(text.slice(span.end))) return false;
  if (option.propertySpan === undefined) return true;
  const { start, end } = option.propertySpan;
  const isOption =
    end === span.end && /^\s*["']?[\w$]+["']?\s*:\s*$/.test(text.slice(start, span.start));
  return !isOption || option.isRequired || option.kind === "client";
}

/** True for an element of a rotation that goes on without it. */
function isSpareElement(module: Module, span: Span): boolean {
  const node = module.tree.resolveInner(span.start, 1);
  const list = enclosingArray(node, span);
  if (list === undefined) return false;
  return partsOf(list).some(
    ({ name, from }) => from !== span.start && name !== "String" && name !== "TemplateString",
  );
}

function enclosingArray(node: SyntaxNode, span: Span): SyntaxNode | undefined {
  let element = node;
  while (element.parent?.from === span.start && element.parent.to <= span.end) {
    element = element.parent;
  }
  return element.parent?.name === "ArrayExpression" ? element.parent : undefined;
}

/** The library's own variable, as all that a fallback stands beside: it needs no mention then. */
function isOwnVariable(
  { kind, variable, span, option }: SecretSource,
  { remainder }: SecretSource["expression"],
): boolean {
  return (
    kind === "environment" &&
    variable === option.framework.variable &&
    isWithin(span, remainder) &&
    remainder !== undefined &&
    remainder.end - span.end <= 1
  );
}

function isWithin(inner: Span, outer: Span | undefined): boolean {
  return outer !== undefined && inner.start >= outer.start && inner.end <= outer.end;
}
