import { type NodeType, Tree, type TreeBuffer } from "@lezer/common";
import { childrenOf, enclosing, type Module, parseModule, type SyntaxNode } from "./syntax.ts";

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
    if (changes.size === 0) break;
    current = parseModule(module.path, exchanged(current.text, changes), current);
  }
  return current === module ? module : { ...current, written: module.text };
}

function exchanged(text: string, changes: ReadonlyMap<number, string>): string {
  let result = "";
  let from = 0;
  for (const [at, character] of [...changes].sort(([a], [b]) => a - b)) {
    result += text.slice(from, at) + character;
    from = at + 1;
  }
  return result + text.slice(from);
}

const CONFLICT = /^(?:<{7}|={7}|>{7}|\|{7})(?: .*)?$/gm;

/** Both sides of an unfinished merge count: its marks alone are taken out. */
function withoutConflictMarks(module: Module): Module {
  if (module.index.positionsOf("<<<<<<<").length === 0) return module;
  const text = module.text.replace(CONFLICT, (mark) => " ".repeat(mark.length));
  return parseModule(module.path, text, module);
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
  const errors = errorsOf(module);
  let mended: number | undefined;
  for (const error of errors) {
    // What the parser says of the rest of a line follows from its first break.
    if (mended !== undefined && isNear(module.text, mended, error.from)) continue;
    const change = repairOf(module, error);
    if (change === undefined) continue;
    changes.set(change.at, change.character);
    if (change.standIn !== undefined) changes.set(change.standIn, "_");
    mended = Math.max(change.at, error.from);
  }
  if (changes.size === 0) return misplaced(module, errors);
  return changes;
}

function repairOf(module: Module, error: SyntaxNode): Change | undefined {
  return (
    openImport(module.text, error) ??
    danglingDot(module.text, error) ??
    patternRepair(module.text, error) ??
    halfCall(error) ??
    missingMark(module.text, error) ??
    strayBrace(module, error)
  );
}

/** True on the same line and on the next one. */
function isNear(text: string, from: number, to: number): boolean {
  const next = text.indexOf("\n", from);
  const second = next < 0 ? -1 : text.indexOf("\n", next + 1);
  return second < 0 || to <= second;
}

/** The breaks of statements that may have to do with a secret. */
function errorsOf({ tree, text }: Module): readonly SyntaxNode[] {
  const errors: SyntaxNode[] = [];
  tree.iterate({
    enter: (reference) => {
      const { type, tree: inner } = reference;
      if (type.isError && isRelevant(text, statementOf(reference.node))) {
        errors.push(reference.node);
      }
      return inner === null || hasErrors(inner);
    },
  });
  return errors;
}

/** The statement of the file that a node is in. */
function statementOf(node: SyntaxNode): SyntaxNode {
  let statement = node;
  while (statement.parent?.parent) statement = statement.parent;
  return statement;
}

/** What a break cuts off a statement follows it. */
const REACH = 1000;

function isRelevant(text: string, { from, to }: SyntaxNode): boolean {
  return /secret|auth|provider/i.test(text.slice(Math.max(0, from - REACH), to + REACH));
}

interface Change {
  readonly at: number;
  readonly character: string;
  /** Where a name that means nothing takes the place of a missing value. */
  readonly standIn?: number;
}

/** `name.` where a key should stand. */
function danglingDot(text: string, error: SyntaxNode): Change | undefined {
  const isDot = text.slice(error.from, error.to) === ".";
  const isKey = /(?:[{,]|\n)\s*[\w$]+$/.test(text.slice(Math.max(0, error.from - 80), error.from));
  return isDot && isKey ? { at: error.from, character: " " } : undefined;
}

/** `import { name from "module"`. */
function openImport(text: string, error: SyntaxNode): Change | undefined {
  const isOpen = error.parent?.name === "ImportGroup" && error.to === error.from;
  const next = skipTrivia(text, error.from);
  if (!isOpen || !text.startsWith("from", next)) return undefined;
  return { at: next - 1, character: "}" };
}

/** An `=` or a missing colon makes the parser take an object for a pattern that is assigned to. */
function patternRepair(text: string, error: SyntaxNode): Change | undefined {
  for (let node = error.parent; node !== null; node = node.parent) {
    if (node.name !== "ObjectPattern" || node.parent?.name !== "AssignmentExpression") continue;
    for (const property of node.getChildren("PatternProperty")) {
      const equals = property.getChild("Equals");
      if (equals !== null) return { at: equals.from, character: ":" };
      const colon = missingColon(text, skipName(text, property.from));
      if (colon !== undefined) return colon;
    }
  }
  return undefined;
}

/** `name(` as a member of an object, with no body: a call that is being typed. */
function halfCall(error: SyntaxNode): Change | undefined {
  const list = enclosing(error, PARAMETERS);
  const isMember = list?.parent?.name === "Property" && list.parent.getChild("Block") === null;
  return list && isMember ? { at: list.from, character: "," } : undefined;
}

/** What a break in an object leaves out: the comma before the next key, a colon, a brace. */
function missingMark(text: string, error: SyntaxNode): Change | undefined {
  const next = skipTrivia(text, error.from);
  const character = text.charAt(next);
  if (character === ":" && VALUES.test(error.parent?.name ?? "")) return emptyValue(text, next);
  if (!OBJECTS.test(error.parent?.name ?? "")) return undefined;
  if (character === ";") return { at: next, character: "," };
  if (character === "=" && !/[=>]/.test(text.charAt(next + 1))) return { at: next, character: ":" };
  const colon = missingColon(text, error.from);
  if (colon !== undefined) return colon;
  if (character === "{" && /[,{]\s*$/.test(text.slice(Math.max(0, next - 80), next))) {
    return { at: next, character: " " };
  }
  if (!/[\w$"'`[.]/.test(character) || STATEMENT.test(text.slice(next, next + 20)))
    return undefined;
  const before = next - 1;
  if (/[:,({[]\s*$/.test(text.slice(Math.max(0, next - 80), next))) return undefined;
  return /\s/.test(text.charAt(before)) && !isInString(error, before)
    ? { at: before, character: "," }
    : undefined;
}

/** `key value` on one line. */
function missingColon(text: string, from: number): Change | undefined {
  const start = text.slice(Math.max(0, from - 80), from).trimEnd();
  const next = skipTrivia(text, from);
  const rest = text.slice(next, next + 80);
  const isKey = /(?:[{,]|\n)\s*[\w$]+$/.test(start) && /^[\w$"'`{[(]/.test(rest);
  const isOnLine = !text.slice(from - 1, next).includes("\n");
  if (!isKey || !isOnLine || /^[\w$]+\s*[:(]/.test(rest)) return undefined;
  return /\s/.test(text.charAt(next - 1)) ? { at: next - 1, character: ":" } : undefined;
}

/** `key:` with nothing behind it takes the next line's key for its value, or lacks its `{`. */
function emptyValue(text: string, colon: number): Change | undefined {
  const key = /[\w$]+\s*$/.exec(text.slice(Math.max(0, colon - 80), colon));
  if (key === null) return undefined;
  const start = colon - key[0].length;
  const before = text.slice(0, start).trimEnd();
  if (!text.slice(before.length, start).includes("\n")) return undefined;
  const isDeeper = indentAt(text, start) > indentAt(text, before.length - 1);
  if (isDeeper && /[(:]$/.test(before)) return { at: start - 1, character: "{" };
  // A stand-in for the value, where there is room for one: without it the object is no object.
  const isEmpty = before.endsWith(":") && start - before.length > 1;
  return { at: start - 1, character: ",", ...(isEmpty ? { standIn: before.length } : {}) };
}

const OBJECTS =
  /^(ObjectExpression|ArrayExpression|Property|PropertyDefinition|ArgList|CallExpression|VariableDeclaration)$/;
const VALUES =
  /^(ObjectExpression|Property|ArgList|BinaryExpression|MemberExpression|CallExpression)$/;
const PARAMETERS = new Set(["ParamList"]);

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

/** How far back the object may begin that a `}` too many should have closed. */
const NEAR_STATEMENTS = 8;

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
  let statement: SyntaxNode | null = statementOf(error);
  for (let count = 0; statement !== null && count < NEAR_STATEMENTS; count++) {
    visit(statement);
    statement = statement.prevSibling;
  }
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
  for (const statement of new Set(errors.map((error) => statementOf(error).from))) {
    visit(module.tree.topNode.childAfter(statement) ?? module.tree.topNode);
  }
  return changes;
}

function skipName(text: string, from: number): number {
  const name = /[\w$]*/y;
  name.lastIndex = from;
  return from + (name.exec(text)?.[0].length ?? 0);
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
