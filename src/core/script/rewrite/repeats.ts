import type { Span } from "../../edit.ts";
import { FUNCTIONS } from "../bindings.ts";
import { childrenOf, type Module, type SyntaxNode, textOf } from "../syntax.ts";
import { type Carrier, carriersIn, Names } from "./carriers.ts";

const LOOPS = new Set(["WhileStatement", "DoStatement", "ForStatement"]);
const WALKS = new Set(["ForOfSpec", "ForInSpec"]);
const LEAVES = new Set(["BreakStatement", "ReturnStatement", "ThrowStatement"]);

/**
 * True where a loop, an interval or a function that calls itself may go by the value at a place:
 * without it, or with another, it might never end. Names count wherever they stand, whatever they
 * mean there: better no fix than one after which a program hangs.
 */
export function mayRepeatFor(module: Module, span: Span): boolean {
  const names = new Names(module);
  const repeats = repeatsIn(module, names).filter((node) => !isWithin(node, span));
  if (repeats.length === 0) return false;
  const following = namesFollowing(span, carriersIn(module, names), names);
  return repeats.some((node) => covers(node, span) || names.isAnyIn(node, following));
}

/** The names of all that depends on what stands at a place, by way of others too. */
function namesFollowing(span: Span, carriers: readonly Carrier[], names: Names): Set<string> {
  const isRound = ({ node }: Carrier) => covers(node, span) || isWithin(node, span);
  const following = new Set(carriers.filter(isRound).flatMap((one) => one.names));
  let size = -1;
  while (size < following.size) {
    size = following.size;
    for (const carrier of carriers) {
      if (!names.isAnyIn(carrier.node, following)) continue;
      for (const name of carrier.names) following.add(name);
    }
  }
  return following;
}

/** What of a file runs more than once, as far as the file itself decides how often. */
function repeatsIn(module: Module, names: Names): readonly SyntaxNode[] {
  const repeats: SyntaxNode[] = [];
  const functions: [string, SyntaxNode][] = [];
  module.tree.iterate({
    enter: ({ node }) => {
      if (LOOPS.has(node.name)) repeats.push(decisivePart(node));
      else if (FUNCTIONS.has(node.name)) {
        for (const name of ownNames(module, node)) functions.push([name, node]);
      } else if (node.name === "CallExpression" && isInterval(module, node)) repeats.push(node);
    },
  });
  return [...repeats, ...recursive(functions, names)];
}

/** A walk over a list ends with the list, where nothing in it leaves it before. */
function decisivePart(loop: SyntaxNode): SyntaxNode {
  const walk = childrenOf(loop).find(({ name }) => WALKS.has(name));
  if (walk === undefined) return loop;
  let isLeft = false;
  loop.cursor().iterate(({ name }) => {
    isLeft ||= LEAVES.has(name);
  });
  return isLeft ? loop : (walk.lastChild?.prevSibling ?? walk);
}

function isInterval(module: Module, { firstChild }: SyntaxNode): boolean {
  return firstChild !== null && /\bsetInterval$/.test(textOf(module, firstChild));
}

/** What a function is called by: its own name, or that of what holds it. */
function ownNames(module: Module, node: SyntaxNode): readonly string[] {
  const holders = [
    node,
    ...(node.name === "MethodDeclaration" || !node.parent ? [] : [node.parent]),
  ];
  return holders.flatMap((holder) => [
    ...holder.getChildren("VariableDefinition").map((name) => textOf(module, name)),
    ...holder.getChildren("PropertyDefinition").map((name) => `this.${textOf(module, name)}`),
  ]);
}

/** The functions that call themselves, by way of others too. */
function recursive(
  functions: readonly (readonly [string, SyntaxNode])[],
  names: Names,
): readonly SyntaxNode[] {
  const called = new Map(functions.map(([name, node]) => [name, names.usedIn(node)]));
  const reaches = (from: string, goal: string, seen: Set<string>): boolean =>
    [...(called.get(from) ?? [])].some((next) => {
      if (next === goal) return true;
      if (seen.has(next) || !called.has(next)) return false;
      seen.add(next);
      return reaches(next, goal, seen);
    });
  return functions.flatMap(([name, node]) => (reaches(name, name, new Set()) ? [node] : []));
}

function covers(node: SyntaxNode, { start, end }: Span): boolean {
  return node.from <= start && end <= node.to;
}

function isWithin(node: SyntaxNode, { start, end }: Span): boolean {
  return start <= node.from && node.to <= end;
}
