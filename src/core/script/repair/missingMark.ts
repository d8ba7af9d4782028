import { enclosing, type SyntaxNode } from "../syntax.ts";
import type { Exchange } from "./exchange.ts";
import { indentAt, skipName, skipTrivia } from "./layout.ts";

/** Words that begin a statement: behind an unfinished object they are no key of it. */
const STATEMENT =
  /^(?:const|let|var|function|class|export|import|if|for|while|return|switch|try|throw|async)\b(?!\s*[:,(])/;

/** `name.` where a key should stand. */
export function danglingDot(text: string, error: SyntaxNode): Exchange | undefined {
  const isDot = text.slice(error.from, error.to) === ".";
  const isKey = /(?:[{,]|\n)\s*[\w$]+$/.test(text.slice(Math.max(0, error.from - 80), error.from));
  return isDot && isKey ? { at: error.from, character: " " } : undefined;
}

/** `import { name from "module"`. */
export function openImport(text: string, error: SyntaxNode): Exchange | undefined {
  const isOpen = error.parent?.name === "ImportGroup" && error.to === error.from;
  const next = skipTrivia(text, error.from);
  if (!isOpen || !text.startsWith("from", next)) return undefined;
  return { at: next - 1, character: "}" };
}

/** An `=` or a missing colon makes the parser take an object for a pattern that is assigned to. */
export function patternRepair(text: string, error: SyntaxNode): Exchange | undefined {
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
export function halfCall(error: SyntaxNode): Exchange | undefined {
  const list = enclosing(error, PARAMETERS);
  const isMember = list?.parent?.name === "Property" && list.parent.getChild("Block") === null;
  return list && isMember ? { at: list.from, character: "," } : undefined;
}

/** What a break in an object leaves out: the comma before the next key, a colon, a brace. */
export function missingMark(text: string, error: SyntaxNode): Exchange | undefined {
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
function missingColon(text: string, from: number): Exchange | undefined {
  const start = text.slice(Math.max(0, from - 80), from).trimEnd();
  const next = skipTrivia(text, from);
  const rest = text.slice(next, next + 80);
  const isKey = /(?:[{,]|\n)\s*[\w$]+$/.test(start) && /^[\w$"'`{[(]/.test(rest);
  const isOnLine = !text.slice(from - 1, next).includes("\n");
  if (!isKey || !isOnLine || /^[\w$]+\s*[:(]/.test(rest)) return undefined;
  return /\s/.test(text.charAt(next - 1)) ? { at: next - 1, character: ":" } : undefined;
}

/** `key:` with nothing behind it takes the next line's key for its value, or lacks its `{`. */
function emptyValue(text: string, colon: number): Exchange | undefined {
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
