import { type Definition, FUNCTIONS, referencesTo } from "../bindings.ts";
import { enclosing, type Module, partsOf, type SyntaxNode, textOf } from "../syntax.ts";
import { branchBehind, type Guard, guardOf } from "./conditions.ts";
import {
  asFallback,
  type Evaluation,
  isAbsent,
  type Origins,
  type Path,
  type Place,
  partial,
  spanOf,
} from "./origin.ts";
import { isPure } from "./purity.ts";

/** A later assignment to a variable, or to a member of the object it holds. */
interface Write {
  readonly assignment: SyntaxNode;
  readonly operator: string;
  readonly value: SyntaxNode;
  readonly members: readonly string[];
}

/** What a variable holds: what it was declared with, and what is assigned to it elsewhere. */
export function withWrites(
  definition: Definition,
  place: Place,
  path: Path,
  evaluation: Evaluation,
  declared: () => Origins,
): Origins {
  const writes = writesTo(place, definition).filter(({ members }) => isAlong(members, path));
  if (writes.length === 0) return declared();
  let origins = declared();
  let conditional: Origins = [];
  for (const write of writes) {
    const value = evaluation.resolve(
      { ...place, node: write.value },
      path.slice(write.members.length),
    );
    const guard = conditionRound(write, place, definition);
    if (guard === undefined && write.operator === "=") {
      origins = value;
      conditional = [];
    } else {
      const isProduction = branchBehind(guard) === "production";
      conditional = [
        ...conditional,
        ...(isProduction ? value.map(partial) : later(write, value, place)),
      ];
    }
  }
  const present = origins.filter((one) => !isAbsent(one));
  const all = [...present, ...conditional];
  const isChoice = all.some(({ kind }) => kind !== "literal" && kind !== "absent");
  const isAssigned = writes.some(({ operator }) => operator !== "=");
  if (isChoice || isAssigned || conditional.length === 0) return all;
  return all.map((one) => ({ ...one, isFallback: false }));
}

function later(write: Write, value: Origins, { module }: Place): Origins {
  const span = spanOf(statementOf(module, write.assignment));
  return asFallback(value, {
    file: module.path,
    span,
    remainder: { start: span.start, end: span.start },
  });
}

/** The whole statement of an assignment, and what only decides on it: an `if`, a `while`, `a || (…)`. */
export function statementOf(module: Module, assignment: SyntaxNode): SyntaxNode {
  let statement = assignment;
  for (let parent = statement.parent; parent !== null; parent = statement.parent) {
    if (!isForItAlone(module, parent, statement)) return statement;
    statement = parent;
  }
  return statement;
}

function isForItAlone(module: Module, parent: SyntaxNode, statement: SyntaxNode): boolean {
  // In brackets right behind `if` and `while` there stands a condition.
  const isCondition = statement.name === "ParenthesizedExpression";
  const condition = parent.getChild("ParenthesizedExpression");
  const isDecision = !isCondition && condition !== null && isPure(module, condition);
  switch (parent.name) {
    case "ExpressionStatement":
    case "ParenthesizedExpression":
      return true;
    case "Block":
      return partsOf(parent).length === 1;
    case "IfStatement":
      return isDecision && parent.getChild("else") === null;
    case "WhileStatement":
      return isDecision;
    default: {
      const first = shortCircuitRound(parent, statement);
      return first !== undefined && isPure(module, first);
    }
  }
}

/** What stands before `&&`, `||` or `??`, of which a node is the other side. */
function shortCircuitRound(parent: SyntaxNode, node: SyntaxNode): SyntaxNode | undefined {
  const [first, second] = partsOf(parent);
  const isLogic = parent.name === "BinaryExpression" && parent.getChild("LogicOp") !== null;
  return isLogic && second?.from === node.from ? first : undefined;
}

function isAlong(members: readonly string[], path: Path): boolean {
  return members.every((name, index) => {
    const step = path[index];
    return step?.kind === "member" && step.name === name;
  });
}

function writesTo(place: Place, definition: Definition): readonly Write[] {
  return referencesTo(place.module, definition).flatMap((reference) => {
    const members: string[] = [];
    let target = reference;
    for (let parent = target.parent; parent?.name === "MemberExpression"; parent = target.parent) {
      if (parent.firstChild?.from !== target.from) return [];
      const member = parent.getChild("PropertyName");
      const quoted = parent.getChild("String");
      if (member) members.push(textOf(place.module, member));
      else if (quoted) members.push(textOf(place.module, quoted).slice(1, -1));
      else return [];
      target = parent;
    }
    const assignment = target.parent;
    if (assignment?.name !== "AssignmentExpression") return [];
    if (assignment.firstChild?.from !== target.from) return [];
    const operator = assignment.getChild("UpdateOp") ?? assignment.getChild("Equals");
    const value = assignment.lastChild;
    if (operator === null || value === null || value.from < operator.to) return [];
    return [{ assignment, operator: textOf(place.module, operator), value, members }];
  });
}

/** What decides whether an assignment happens; a function that makes it may never be called. */
function conditionRound(write: Write, place: Place, definition: Definition): Guard | undefined {
  const at: Place = { ...place, node: write.assignment };
  const guard = guardOf(at, definition.scope) ?? skipRound(write.assignment, place);
  if (guard !== undefined) return guard;
  const owner = enclosing(write.assignment, FUNCTIONS);
  const isInside = owner !== undefined && owner.from > definition.scope.from;
  return isInside ? { condition: { ...at, node: owner }, isElse: false } : undefined;
}

/** What lets an assignment be passed over in the midst of its statement, or a loop run not once. */
function skipRound(assignment: SyntaxNode, place: Place): Guard | undefined {
  let inner = assignment;
  for (let node = inner.parent; node !== null && !FUNCTIONS.has(node.name); node = node.parent) {
    const first = shortCircuitRound(node, inner);
    if (first !== undefined) {
      const isElse =
        textOf(place.module, node)
          .slice(first.to - node.from)
          .trimStart()[0] !== "&";
      return { condition: { ...place, node: first }, isElse };
    }
    const [condition] = partsOf(node).filter(({ name }) => name !== "while");
    if (
      node.name === "WhileStatement" &&
      condition !== undefined &&
      condition.from !== inner.from
    ) {
      return { condition: { ...place, node: condition }, isElse: false };
    }
    inner = node;
  }
  return undefined;
}
