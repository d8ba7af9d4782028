import type { SyntaxNode } from "@lezer/common";
import type { Span } from "../../edit.ts";

export function childrenOf(node: SyntaxNode): readonly SyntaxNode[] {
  const found: SyntaxNode[] = [];
  for (let child = node.firstChild; child !== null; child = child.nextSibling) found.push(child);
  return found;
}

export function spanOf({ from, to }: SyntaxNode): Span {
  return { start: from, end: to };
}

/** A character by its number; what no character has is read as the one that stands for none. */
export function characterOf(code: number): string {
  return code <= 0x10ffff ? String.fromCodePoint(code) : "\uFFFD";
}

/** A text without the blanks and tabs at its ends: no other white space, and no backtracking. */
export function trimBlanks(text: string): string {
  let start = 0;
  let end = text.length;
  while (start < end && isBlank(text[start])) start++;
  while (end > start && isBlank(text[end - 1])) end--;
  return text.slice(start, end);
}

export function isBlank(character: string | undefined): boolean {
  return character === " " || character === "\t";
}
