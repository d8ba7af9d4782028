import { definitionOf, FUNCTIONS, holderOf, nameOf } from "../bindings.ts";
import { initializerOf, partsOf, type SyntaxNode, textOf } from "../syntax.ts";
import type { Place } from "./origin.ts";

/** Where the code behind a condition runs: in production only, outside it only, or who knows. */
export type Branch = "production" | "development" | "either";

/** Which runs a condition lets through. */
export function branchOf(condition: Place, depth = 0): Branch {
  const { module, node } = condition;
  const at = (inner: SyntaxNode): Place => ({ ...condition, node: inner });
  const [first, second] = partsOf(node);
  switch (node.name) {
    case "ParenthesizedExpression":
      return first === undefined ? "either" : branchOf(at(first), depth);
    case "UnaryExpression":
      return first === undefined ? "either" : opposite(branchOf(at(first), depth));
    case "BinaryExpression": {
      const text = textOf(module, node);
      if (first === undefined || second === undefined) return "either";
      if (/&&|\|\|/.test(text)) {
        const branches = [branchOf(at(first), depth), branchOf(at(second), depth)];
        return branches.find((branch) => branch !== "either") ?? "either";
      }
      const named = branchNamed(text);
      return /!==?/.test(text) ? opposite(named) : named;
    }
    case "VariableName": {
      const value = depth < 5 ? initializerAt(condition) : undefined;
      const branch = value === undefined ? "either" : branchOf(at(value), depth + 1);
      return branch === "either" ? branchNamed(textOf(module, node)) : branch;
    }
    default:
      return branchNamed(textOf(module, node));
  }
}

/** A condition that decides whether a node is reached, and whether it is reached where that fails. */
export interface Guard {
  readonly condition: Place;
  readonly isElse: boolean;
}

const GUARDS = new Set(["IfStatement", "SwitchStatement", "TryStatement"]);

/** The nearest guard round a node, up to the function that it is in or to `boundary`. */
export function guardOf(place: Place, boundary?: SyntaxNode): Guard | undefined {
  let inner = place.node;
  for (let node = inner.parent; node !== null && !FUNCTIONS.has(node.name); node = node.parent) {
    if (boundary !== undefined && node.from <= boundary.from && node.to >= boundary.to)
      return undefined;
    if (GUARDS.has(node.name)) {
      const [condition, then] = partsOf(node).filter(({ name }) => name !== "if");
      const isIf = node.name === "IfStatement" && condition !== undefined;
      return {
        condition: { ...place, node: isIf ? condition : node },
        isElse: isIf && then?.from !== inner.from,
      };
    }
    inner = node;
  }
  return undefined;
}

/** Where what a guard lets through runs. */
export function branchBehind(guard: Guard | undefined): Branch {
  if (guard === undefined || GUARDS.has(guard.condition.node.name)) return "either";
  const branch = branchOf(guard.condition);
  return guard.isElse ? opposite(branch) : branch;
}

/** True where a condition looks at the environment: a variable, a flag of the build, the secret. */
export function isAboutEnvironment({ module, node }: Place): boolean {
  return /env|secret|\bdev\b|prod/i.test(textOf(module, node));
}

function branchNamed(text: string): Branch {
  if (/prod/i.test(text)) return "production";
  return /dev|test|local|build|debug|\bCI\b/i.test(text) ? "development" : "either";
}

function opposite(branch: Branch): Branch {
  if (branch === "either") return "either";
  return branch === "production" ? "development" : "production";
}

function initializerAt({ module, node }: Place): SyntaxNode | undefined {
  const definition = definitionOf(module, nameOf(module, node), node);
  if (definition === undefined) return undefined;
  const isPlain = holderOf(definition.node)?.from === definition.node.parent?.from;
  return isPlain ? initializerOf(definition.node) : undefined;
}
