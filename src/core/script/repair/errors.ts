import { type NodeType, Tree, type TreeBuffer } from "@lezer/common";
import type { Module, SyntaxNode } from "../syntax.ts";

const broken = new WeakMap<Tree | TreeBuffer, boolean>();

/** True where the parser had to recover; what a keystroke leaves as it was is not looked at again. */
export function hasErrors(tree: Tree | TreeBuffer): boolean {
  const known = broken.get(tree);
  if (known !== undefined) return known;
  const found =
    tree instanceof Tree
      ? tree.type.isError || tree.children.some(hasErrors)
      : hasErrorIn(tree.buffer, tree.set.types);
  broken.set(tree, found);
  return found;
}

/** A buffer holds four numbers for each node, the first of which is its type. */
function hasErrorIn(buffer: Uint16Array, types: readonly NodeType[]): boolean {
  for (let at = 0; at < buffer.length; at += 4) {
    if (types[buffer[at] ?? 0]?.isError) return true;
  }
  return false;
}

/** More than anybody leaves behind while typing: from here on it is no source, or another language. */
const MOST_ERRORS = 200;

/** The breaks of statements that may have to do with a secret: the first ones where there are many. */
export function errorsOf({ tree, text }: Module): readonly SyntaxNode[] {
  const errors: SyntaxNode[] = [];
  let looked = 0;
  tree.iterate({
    enter: (reference) => {
      const { type, tree: inner } = reference;
      if (looked >= MOST_ERRORS) return false;
      if (type.isError) looked++;
      if (type.isError && isRelevant(text, statementOf(reference.node))) {
        errors.push(reference.node);
      }
      return inner === null || hasErrors(inner);
    },
  });
  return errors;
}

/** The statement of the file that a node is in. */
export function statementOf(node: SyntaxNode): SyntaxNode {
  let statement = node;
  while (statement.parent?.parent) statement = statement.parent;
  return statement;
}

/** What a break cuts off a statement follows it. */
const REACH = 1000;

function isRelevant(text: string, { from, to }: SyntaxNode): boolean {
  return /secret|auth|provider/i.test(text.slice(Math.max(0, from - REACH), to + REACH));
}
