import type { Span, TextEdit } from "../../edit.ts";
import type { Module, SyntaxNode } from "../syntax.ts";
import { dropStatement } from "./dropItem.ts";

const LISTS = /^(Script|Block|SwitchBody)$/;
const STATEMENT = /(Statement|^Block)$/;
/** What would go on with the line before, were nothing between them. */
const CONTINUATION = /^\s*[([`+\-*/.,]/;

/**
 * The edits that take a statement out and leave all others as they were: out of a list it goes, an
 * `else` goes with it, any other branch or body becomes an empty one. Without edits for a part of an
 * expression, which cannot go.
 */
export function dropBranch(module: Module, span: Span): readonly TextEdit[] {
  const node = nodeAt(module, span);
  const parent = node?.parent;
  if (!node || !parent || !STATEMENT.test(node.name)) return [];
  if (isListed(node, parent)) return [closed(module.text, dropStatement(module.text, span))];
  const otherwise = elseBefore(node);
  const isNested = /^\s*else\b/.test(module.text.slice(parent.to));
  if (otherwise === undefined || isNested) return [{ ...span, newText: "{}" }];
  const start = module.text.slice(0, otherwise.from).trimEnd().length;
  const hasComment = /\/[/*]/.test(module.text.slice(parent.from, otherwise.from));
  const from = hasComment ? otherwise.from : start;
  return [closed(module.text, { start: from, end: span.end, newText: "" })];
}

/** The outermost node that is exactly this part of the text. */
function nodeAt(module: Module, { start, end }: Span): SyntaxNode | undefined {
  let found: SyntaxNode | undefined;
  let node: SyntaxNode | null = module.tree.resolveInner(start, 1);
  while (node !== null && node.from === start && node.to <= end) {
    if (node.to === end) found = node;
    node = node.parent;
  }
  return found;
}

/** True for one of several statements; a block of a `switch` or of its own is one as well. */
function isListed(node: SyntaxNode, parent: SyntaxNode): boolean {
  return LISTS.test(parent.name) && node.from < parent.to;
}

function elseBefore(node: SyntaxNode): SyntaxNode | undefined {
  if (node.parent?.name !== "IfStatement") return undefined;
  for (let before = node.prevSibling; before !== null; before = before.prevSibling) {
    if (before.name === "else") return before;
    if (!before.name.endsWith("Comment")) return undefined;
  }
  return undefined;
}

/** A semicolon where the statement before would else run on into the one behind. */
function closed(text: string, edit: TextEdit): TextEdit {
  const isOpen = /[^;{}\s]\s*$/.test(text.slice(0, edit.start));
  const runsOn =
    CONTINUATION.test(text.slice(edit.end)) && !/^\s*\/[/*]/.test(text.slice(edit.end));
  return isOpen && runsOn ? { ...edit, newText: ";" } : edit;
}
