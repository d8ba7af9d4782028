import type { SyntaxNode, Tree, TreeFragment } from "@lezer/common";
import { parser } from "@lezer/javascript";

export type { SyntaxNode } from "@lezer/common";

/** A source file with its syntax tree. */
export interface Module {
  readonly path: string;
  readonly text: string;
  readonly tree: Tree;
}

const typescript = parser.configure({ dialect: "ts" });
const everything = parser.configure({ dialect: "ts jsx" });

/** Parses without ever failing: what is broken is in the tree as error nodes. */
export function parseModule(
  path: string,
  text: string,
  fragments: readonly TreeFragment[] = [],
): Module {
  // In plain TypeScript files `<T>x` is a cast, not an element.
  const language = /\.[cm]?ts$/.test(path) ? typescript : everything;
  return { path, text, tree: language.parse(text, fragments) };
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

/** Where each occurrence of a whole name starts: in code, comments and strings alike. */
export function occurrencesOf(text: string, name: string): readonly number[] {
  const found: number[] = [];
  for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + name.length)) {
    if (!isNamePart(text, at - 1) && !isNamePart(text, at + name.length)) found.push(at);
  }
  return found;
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

function isNamePart(text: string, at: number): boolean {
  return /[\w$]/.test(text.charAt(at));
}
