import { type SyntaxNode, type Tree, TreeFragment } from "@lezer/common";
import { parser } from "@lezer/javascript";
import { parseWithin } from "../parseWithin.ts";
import { changeOf, indexOfText, type TextIndex } from "./search.ts";

export type { SyntaxNode } from "@lezer/common";

/** A source file with its syntax tree. */
export interface Module {
  readonly path: string;
  readonly text: string;
  /** The text as it stands in the file, where `text` is mended for the parser. */
  readonly written: string;
  readonly tree: Tree;
  readonly index: TextIndex;
}

const typescript = parser.configure({ dialect: "ts" });
const everything = parser.configure({ dialect: "ts jsx" });

/**
 * Parses without ever failing: what is broken is in the tree as error nodes. Of an earlier text of
 * the same file, what a change left as it was is not parsed again.
 */
export function parseModule(path: string, text: string, previous?: Module): Module {
  if (previous?.text === text) return previous;
  // In plain TypeScript files `<T>x` is a cast, not an element.
  const language = /\.[cm]?ts$/.test(path) ? typescript : everything;
  if (previous === undefined) {
    const tree = parseWithin(language, text);
    return { path, text, written: text, tree, index: indexOfText(text) };
  }
  const change = changeOf(previous.text, text);
  const fragments = TreeFragment.applyChanges(TreeFragment.addTree(previous.tree), [change]);
  const tree = parseWithin(language, text, fragments);
  return { path, text, written: text, tree, index: indexOfText(text, previous.index, change) };
}

export function textOf(module: Module, node: SyntaxNode): string {
  return module.text.slice(node.from, node.to);
}

export function childrenOf(node: SyntaxNode): readonly SyntaxNode[] {
  const children: SyntaxNode[] = [];
  for (let child = node.firstChild; child !== null; child = child.nextSibling) children.push(child);
  return children;
}

const TRIVIA = new Set(["LineComment", "BlockComment"]);
const OPERATORS = new Set([
  "LogicOp",
  "ArithOp",
  "CompareOp",
  "BitOp",
  "UpdateOp",
  "Equals",
  "Arrow",
]);
const PUNCTUATION = /^[^A-Za-z]+$/;

/** The children that mean something: no comments, no brackets, no operators, no errors. */
export function partsOf(node: SyntaxNode): readonly SyntaxNode[] {
  return childrenOf(node).filter(
    ({ name, type }) =>
      !type.isError && !TRIVIA.has(name) && !OPERATORS.has(name) && !PUNCTUATION.test(name),
  );
}

/** The nearest node round this one, itself included, that is one of these. */
export function enclosing(node: SyntaxNode, names: ReadonlySet<string>): SyntaxNode | undefined {
  for (let current: SyntaxNode | null = node; current !== null; current = current.parent) {
    if (names.has(current.name)) return current;
  }
  return undefined;
}

/** The first meaningful node behind the child with this name: the value behind `=` or `:`. */
export function behind(node: SyntaxNode, name: string): SyntaxNode | undefined {
  let seen = false;
  for (const child of childrenOf(node)) {
    if (seen && !TRIVIA.has(child.name)) return child.type.isError ? undefined : child;
    if (child.name === name) seen = true;
  }
  return undefined;
}

/** The first expression behind `=` that follows a declared name, up to the next declaration. */
export function initializerOf(declared: SyntaxNode): SyntaxNode | undefined {
  let seen = false;
  for (let next = declared.nextSibling; next !== null; next = next.nextSibling) {
    if (next.name === "," || next.name === ")") return undefined;
    if (seen && !TRIVIA.has(next.name)) return next.type.isError ? undefined : next;
    if (next.name === "Equals") seen = true;
  }
  return undefined;
}

/** The node of one of these kinds that is exactly the name at an offset. */
export function nameAt(
  module: Module,
  at: number,
  names: ReadonlySet<string>,
): SyntaxNode | undefined {
  const node = module.tree.resolveInner(at, 1);
  return node.from === at && names.has(node.name) ? node : undefined;
}
