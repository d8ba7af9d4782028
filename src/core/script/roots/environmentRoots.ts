import { secretVariables, variableParts } from "../../frameworks/index.ts";
import type { Place } from "../evaluate/origin.ts";
import { statementOf } from "../evaluate/writes.ts";
import { namesWith } from "../search.ts";
import {
  behind,
  enclosing,
  type Module,
  nameAt,
  partsOf,
  type SyntaxNode,
  textOf,
} from "../syntax.ts";
import { type Libraries, type Root, variableOption } from "./root.ts";

const KEYS = new Set(["PropertyName", "PropertyDefinition", "String"]);
const DEFAULTED = /\.(default|catch|prefault)\(|\bdefault:/;
const IFS = new Set(["IfStatement"]);

/** Where the libraries' variables are set by source: `process.env` and schemas. */
export function environmentRoots(module: Module, libraries: Libraries): readonly Root[] {
  return variableParts.flatMap((part) =>
    [...namesWith(module, part)].flatMap(([variable, at]) => {
      if (!secretVariables.has(variable)) return [];
      const node = nameAt(module, at, KEYS) ?? nameAt(module, at - 1, KEYS);
      return (node && rootAt(module, node, variable, libraries)) ?? [];
    }),
  );
}

function rootAt(
  module: Module,
  key: SyntaxNode,
  variable: string,
  libraries: Libraries,
): Root | undefined {
  const holder = key.parent;
  if (holder?.name === "MemberExpression") {
    return assigned(module, holder, variable, libraries);
  }
  if (holder?.name !== "Property" || holder.firstChild?.from !== key.from) return undefined;
  const node = behind(holder, ":");
  if (node === undefined) return undefined;
  const place: Place = { module, node, frame: undefined };
  const isSchema = node.name === "CallExpression" && DEFAULTED.test(textOf(module, node));
  if (
    isSchema ||
    isCallArgument(module, holder, /^(Object\.assign\(\s*process\.env|createEnv\(|cleanEnv\()/)
  ) {
    return { place, path: [], key: variable, option: variableOption(variable, libraries, false) };
  }
  return undefined;
}

/** `process.env.NAME = …`, also with `??=` or behind `if (!process.env.NAME)`. */
function assigned(
  module: Module,
  target: SyntaxNode,
  variable: string,
  libraries: Libraries,
): Root | undefined {
  const assignment = target.parent;
  const object = partsOf(target)[0];
  if (assignment?.name !== "AssignmentExpression" || object === undefined) return undefined;
  if (assignment.firstChild?.from !== target.from) return undefined;
  if (!/^(process|import\.meta|globalThis\.process)\.env$/.test(textOf(module, object)))
    return undefined;
  const node = assignment.lastChild;
  if (node === null || node.type.isError) return undefined;
  const guard = enclosing(assignment, IFS);
  const isGuard = guard !== undefined && textOf(module, guard).includes(variable);
  return {
    place: { module, node, frame: undefined },
    path: [],
    option: variableOption(variable, libraries, false),
    statement: statementOf(module, assignment),
    isFallback: assignment.getChild("UpdateOp") !== null || isGuard,
  };
}

function isCallArgument(module: Module, property: SyntaxNode, call: RegExp): boolean {
  for (let node = property.parent; node !== null; node = node.parent) {
    if (node.name === "CallExpression") return call.test(textOf(module, node));
    if (!/^(ObjectExpression|Property|ArgList)$/.test(node.name)) return false;
  }
  return false;
}
