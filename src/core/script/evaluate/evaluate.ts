import type { Module } from "../syntax.ts";
import { partsOf } from "../syntax.ts";
import { resolveCall, resolveNew } from "./calls.ts";
import { resolveClass, resolveEnum, resolveThis } from "./classes.ts";
import { resolveUnknown } from "./environment.ts";
import { resolveFunction } from "./functions.ts";
import { resolveName } from "./names.ts";
import { resolveArray, resolveMemberAccess, resolveObject } from "./objects.ts";
import {
  resolveBinary,
  resolveConditional,
  resolveNumber,
  resolveString,
  resolveTemplate,
} from "./operators.ts";
import { type Evaluation, type Origins, origin, type Path, type Place } from "./origin.ts";

type Resolver = (place: Place, path: Path, evaluation: Evaluation) => Origins;

/** What stands between a name and its value and changes neither. */
const last: Resolver = (place, path, evaluation) => {
  const inner = partsOf(place.node).at(-1);
  return inner === undefined ? [] : evaluation.resolve({ ...place, node: inner }, path);
};

const first: Resolver = (place, path, evaluation) => {
  const inner = partsOf(place.node)[0];
  return inner === undefined ? [] : evaluation.resolve({ ...place, node: inner }, path);
};

const absent: Resolver = (place) => [origin("absent", place)];

const resolvers: Readonly<Record<string, Resolver>> = {
  ParenthesizedExpression: last,
  SequenceExpression: last,
  AwaitExpression: last,
  AssignmentExpression: last,
  PrefixCast: last,
  PostfixExpression: first,
  InstantiationExpression: first,
  String: resolveString,
  Number: resolveNumber,
  TemplateString: resolveTemplate,
  BinaryExpression: resolveBinary,
  ConditionalExpression: resolveConditional,
  ObjectExpression: resolveObject,
  ArrayExpression: resolveArray,
  MemberExpression: resolveMemberAccess,
  VariableName: resolveName,
  VariableDefinition: resolveName,
  PropertyDefinition: resolveName,
  CallExpression: resolveCall,
  NewExpression: resolveNew,
  ArrowFunction: resolveFunction,
  FunctionExpression: resolveFunction,
  FunctionDeclaration: resolveFunction,
  ClassDeclaration: resolveClass,
  ClassExpression: resolveClass,
  EnumDeclaration: resolveEnum,
  this: resolveThis,
  null: absent,
  BooleanLiteral: absent,
  UnaryExpression: absent,
};

/** More than any configuration needs, and little enough for what is written to exhaust it. */
const MOST_STEPS = 2000;
const DEEPEST = 60;

/** Follows expressions to their values, within bounds whatever the source looks like. */
export function evaluation(
  load: (specifier: string, importer: Module) => Module | undefined,
): Evaluation {
  let steps = 0;
  let depth = 0;
  const self: Evaluation = {
    load,
    resolve(place, path) {
      if (steps >= MOST_STEPS || depth >= DEEPEST) return [origin("unknown", place)];
      steps++;
      depth++;
      const resolver = resolvers[place.node.name] ?? resolveUnknown;
      const origins = resolver(place, path, self);
      depth--;
      return origins;
    },
  };
  return self;
}
