import { type Definition, FUNCTIONS, referencesTo } from "../bindings.ts";
import { enclosing, partsOf, type SyntaxNode, textOf } from "../syntax.ts";
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
  const statement = statementOf(write.assignment);
  const { start } = spanOf(statement);
  return asFallback(value, {
    file: module.path,
    span: spanOf(statement),
    remainder: { start, end: start },
  });
}

/** The whole statement of an assignment, and the `if` round it where that does nothing else. */
export function statementOf(assignment: SyntaxNode): SyntaxNode {
  let statement = assignment;
  for (let parent = statement.parent; parent !== null; parent = statement.parent) {
    const isOnlyChild = parent.name === "Block" && partsOf(parent).length === 1;
    const isIf = parent.name === "IfStatement" && parent.getChild("else") === null;
    if (parent.name !== "ExpressionStatement" && !isIf && !isOnlyChild) return statement;
    statement = parent;
  }
  return statement;
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
  const guard = guardOf(at, definition.scope);
  if (guard !== undefined) return guard;
  const owner = enclosing(write.assignment, FUNCTIONS);
  const isInside = owner !== undefined && owner.from > definition.scope.from;
  return isInside ? { condition: { ...at, node: owner }, isElse: false } : undefined;
}
