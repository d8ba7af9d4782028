import { valueOfString } from "../strings.ts";
import { partsOf, type SyntaxNode, textOf } from "../syntax.ts";
import { argumentsOf } from "./functions.ts";
import {
  asFallback,
  type Evaluation,
  isAbsent,
  type Origins,
  origin,
  type Path,
  type Place,
  type Step,
  spanOf,
} from "./origin.ts";

/** Methods by which a schema says what a missing variable is replaced by. */
const DEFAULTS = new Set(["default", "catch", "prefault", "fallback", "optional"]);

/**
 * A member of what a validator returns, for example `env.NAME` of `z.object({ NAME: … }).parse()`
 * or of `createEnv({ server: { NAME: … } })`: the defaults in its schema, and the variable itself.
 */
export function defaultsOf(
  call: Place,
  step: Step & { kind: "member" },
  evaluation: Evaluation,
): Origins | undefined {
  const schemas = schemasOf(call, step.name);
  if (schemas.length === 0) return undefined;
  const found = schemas.flatMap((schema) => defaultIn(schema, evaluation));
  return [origin("environment", step.at, { variable: undefined, isWhole: false }), ...found];
}

/** The default that a schema's chain of calls gives, as the literal that it is. */
function defaultIn(schema: Place, evaluation: Evaluation): Origins {
  const found: Origins[] = [];
  let node: SyntaxNode | undefined = schema.node;
  while (node?.name === "CallExpression") {
    const callee: SyntaxNode | undefined = partsOf(node)[0];
    const name = callee && textOf(schema.module, callee.lastChild ?? callee);
    const args = argumentsOf({ ...schema, node });
    if (name !== undefined && DEFAULTS.has(name)) {
      found.push(defaultArgument(schema, node, callee, args, evaluation));
    }
    const named = args.map((arg) => optionNamed(arg, "default")).find((value) => value);
    if (named) found.push(asFallback(evaluation.resolve(named, []), undefined));
    node = callee?.name === "MemberExpression" ? partsOf(callee)[0] : undefined;
  }
  return found.flat().filter((one) => !isAbsent(one) && one.kind !== "unknown");
}

/** `.default("x")` of a chain, or `optional(schema, "x")` as a function. */
function defaultArgument(
  schema: Place,
  call: SyntaxNode,
  callee: SyntaxNode | undefined,
  args: readonly Place[],
  evaluation: Evaluation,
): Origins {
  const value = args.at(-1);
  if (value === undefined || (args.length > 1 && args[0] === value)) return [];
  const chain = callee?.name === "MemberExpression" ? partsOf(callee)[0] : undefined;
  const returned = /Function$|^Function/.test(value.node.name)
    ? evaluation.resolve(value, [{ kind: "call", args: [], at: schema }])
    : evaluation.resolve(value, []);
  const isChain = args.length === 1 && chain !== undefined;
  return asFallback(
    returned,
    isChain
      ? { file: schema.module.path, span: spanOf(call), remainder: spanOf(chain) }
      : undefined,
  );
}

/** `.default("x")` on something of another file: whatever that gives, or else this. */
export function schemaDefault(
  call: Place,
  path: Path,
  evaluation: Evaluation,
): Origins | undefined {
  const isRead = path.length === 0 || path[1]?.kind === "call";
  if (!isRead || argumentsOf(call).length !== 1) return undefined;
  return [origin("unknown", call), ...defaultIn(call, evaluation)];
}

function schemasOf(call: Place, name: string): readonly Place[] {
  const callee = partsOf(call.node)[0];
  const chained = callee?.name === "MemberExpression" ? partsOf(callee)[0] : undefined;
  const inner: readonly Place[] =
    chained?.name === "CallExpression" ? schemasOf({ ...call, node: chained }, name) : [];
  return [...inner, ...argumentsOf(call).flatMap((arg) => schemasIn(arg, name, 0))];
}

/** The schemas of this name in an object, in the groups inside it and in calls that take it. */
function schemasIn(place: Place, name: string, depth: number): readonly Place[] {
  if (depth > 3) return [];
  if (place.node.name === "CallExpression") {
    return argumentsOf(place).flatMap((arg) => schemasIn(arg, name, depth + 1));
  }
  if (place.node.name !== "ObjectExpression") return [];
  return place.node.getChildren("Property").flatMap((property): readonly Place[] => {
    const value = property.lastChild;
    if (value === null || property.getChild(":") === null) return [];
    const at: Place = { ...place, node: value };
    if (keyText(place, property) !== name) return schemasIn(at, name, depth + 2);
    return value.name === "CallExpression" ? [at] : [];
  });
}

function optionNamed(place: Place, name: string): Place | undefined {
  if (place.node.name !== "ObjectExpression") return undefined;
  const property = place.node
    .getChildren("Property")
    .find((candidate) => keyText(place, candidate) === name);
  const value = property?.lastChild;
  return value ? { ...place, node: value } : undefined;
}

function keyText({ module }: Place, property: SyntaxNode): string {
  const key = property.firstChild ?? property;
  const text = textOf(module, key);
  return key.name === "String" ? (valueOfString(text) ?? text) : text;
}
