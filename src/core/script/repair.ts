import { type NodeType, Tree, type TreeBuffer } from "@lezer/common";
import { childrenOf, type Module, parseModule, type SyntaxNode } from "./syntax.ts";

/** Rounds of mending; each shows the parser more of what follows a break. */
const MOST_ROUNDS = 6;

/** Words that begin a statement: behind an unfinished object they are no key of it. */
const STATEMENT =
  /^(?:const|let|var|function|class|export|import|if|for|while|return|switch|try|throw|async)\b(?!\s*[:,(])/;

/**
 * The module with its breaks mended as far as a reader would: a comma where one is missing, a colon
 * for an `=`. Only characters are exchanged, so every offset stays what it is in the real text.
 */
export function repaired(module: Module): Module {
  let current = withoutConflictMarks(module);
  for (let round = 0; round < MOST_ROUNDS && hasErrors(current.tree); round++) {
    const changes = repairsOf(current);
    if (changes.size === 0) return current;
    const characters = current.text.split("");
    for (const [at, character] of changes) characters[at] = character;
    current = parseModule(module.path, characters.join(""));
  }
  return current;
}

const CONFLICT = /^(?:<{7}|={7}|>{7}|\|{7})(?: .*)?$/gm;

/** Both sides of an unfinished merge count: its marks alone are taken out. */
function withoutConflictMarks(module: Module): Module {
  if (!module.text.includes("<<<<<<<")) return module;
  const text = module.text.replace(CONFLICT, (mark) => " ".repeat(mark.length));
  return parseModule(module.path, text);
}

const broken = new WeakMap<Tree | TreeBuffer, boolean>();

/** True where the parser had to recover; what a keystroke leaves as it was is not looked at again. */
function hasErrors(tree: Tree | TreeBuffer): boolean {
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

/** Which characters to exchange, by their offset. */
function repairsOf(module: Module): ReadonlyMap<number, string> {
  const changes = new Map<number, string>();
  const errors = errorsOf(module.tree);
  for (const error of errors) {
    const change =
      patternRepair(error) ?? missingComma(module.text, error) ?? strayBrace(module, error);
    if (change !== undefined) changes.set(change.at, change.character);
  }
  if (changes.size === 0) return misplaced(module, errors);
  return changes;
}

function errorsOf(tree: Tree): readonly SyntaxNode[] {
  const errors: SyntaxNode[] = [];
  tree.iterate({
    enter: ({ type, tree: inner, node }) => {
      if (type.isError) errors.push(node);
      return inner === null || hasErrors(inner);
    },
  });
  return errors;
}

interface Change {
  readonly at: number;
  readonly character: string;
}

/** An `=` in an object makes the parser take it for a pattern that is assigned to. */
function patternRepair(error: SyntaxNode): Change | undefined {
  for (let node = error.parent; node !== null; node = node.parent) {
    if (node.name !== "ObjectPattern" || node.parent?.name !== "AssignmentExpression") continue;
    for (const property of node.getChildren("PatternProperty")) {
      const equals = property.getChild("Equals");
      if (equals !== null) return { at: equals.from, character: ":" };
    }
  }
  return undefined;
}

/** What follows an object that ends too early: the next key, or the mark that stands for a comma. */
function missingComma(text: string, error: SyntaxNode): Change | undefined {
  if (!isInObject(error)) return undefined;
  const next = skipTrivia(text, error.from);
  const character = text.charAt(next);
  if (character === ";") return { at: next, character: "," };
  if (character === "=" && !/[=>]/.test(text.charAt(next + 1))) return { at: next, character: ":" };
  if (character === ":") return emptyValue(text, next);
  if (!/[\w$"'`[.]/.test(character) || STATEMENT.test(text.slice(next, next + 20)))
    return undefined;
  const before = next - 1;
  return /[^\S\n]|\n/.test(text.charAt(before)) && !isInString(error, before)
    ? { at: before, character: "," }
    : undefined;
}

/** `key:` with nothing behind it takes the next line's key for its value. */
function emptyValue(text: string, colon: number): Change | undefined {
  const key = /[\w$]+\s*$/.exec(text.slice(0, colon));
  if (key === null) return undefined;
  const gap = /\s*$/.exec(text.slice(0, key.index));
  const hasBreak = gap?.[0].includes("\n");
  return hasBreak ? { at: key.index - 1, character: "," } : undefined;
}

const OBJECTS = /^(ObjectExpression|Property|ArgList|CallExpression|VariableDeclaration)$/;

function isInObject(error: SyntaxNode): boolean {
  return OBJECTS.test(error.parent?.name ?? "");
}

function isInString(error: SyntaxNode, at: number): boolean {
  const root = rootOf(error);
  const node = root.resolveInner(at, 1);
  return node.name === "String" || node.name === "TemplateString";
}

function rootOf(node: SyntaxNode): SyntaxNode {
  let root = node;
  while (root.parent !== null) root = root.parent;
  return root;
}

/** A `}` too many: the brace that closed, deeper in, what this one should have closed. */
function strayBrace(module: Module, error: SyntaxNode): Change | undefined {
  const { text } = module;
  if (text.charAt(error.from) !== "}") return undefined;
  const indent = indentAt(text, error.from);
  let best: SyntaxNode | undefined;
  const visit = (node: SyntaxNode) => {
    if (node.from >= error.from) return;
    const isClosed = node.name === "ObjectExpression" && node.lastChild?.name === "}";
    if (isClosed && indentAt(text, node.from) === indent && indentAt(text, node.to - 1) > indent) {
      best = node;
    }
    for (const child of childrenOf(node)) visit(child);
  };
  visit(module.tree.topNode);
  return best === undefined ? undefined : { at: best.to - 1, character: " " };
}

/**
 * A `}` too few: keys that stand no deeper than the key whose object they are in. The comma before
 * them becomes the brace, and a blank the comma.
 */
function misplaced(module: Module, errors: readonly SyntaxNode[]): ReadonlyMap<number, string> {
  const { text } = module;
  const changes = new Map<number, string>();
  const visit = (node: SyntaxNode) => {
    if (changes.size > 0) return;
    const owner = node.parent?.parent;
    const isNested = node.name === "Property" && owner?.name === "Property";
    if (isNested && startsLine(text, node.from) && startsLine(text, owner.from)) {
      const comma = text.slice(0, node.from).trimEnd().length - 1;
      const isOut = indentAt(text, node.from) <= indentAt(text, owner.from);
      if (isOut && text.charAt(comma) === "," && comma + 1 < node.from) {
        changes.set(comma, "}");
        changes.set(node.from - 1, ",");
        return;
      }
    }
    for (const child of childrenOf(node)) visit(child);
  };
  if (errors.length > 0) visit(module.tree.topNode);
  return changes;
}

function skipTrivia(text: string, from: number): number {
  const trivia = /(?:\s|\/\/[^\n]*|\/\*[\s\S]*?\*\/)*/y;
  trivia.lastIndex = from;
  return from + (trivia.exec(text)?.[0].length ?? 0);
}

function startsLine(text: string, at: number): boolean {
  return /(^|\n)[^\S\n]*$/.test(text.slice(Math.max(0, at - 80), at));
}

function indentAt(text: string, at: number): number {
  const line = text.lastIndexOf("\n", at - 1) + 1;
  return /^[^\S\n]*/.exec(text.slice(line, at + 1))?.[0].length ?? 0;
}
