import type { Span } from "../edit.ts";
import type { RelatedPlace } from "../finding.ts";
import { message } from "../message.ts";
import type { Project } from "../project.ts";
import { FUNCTIONS } from "./bindings.ts";
import { type Origin, spanOf } from "./evaluate/origin.ts";
import type { Root } from "./roots/root.ts";
import type { SecretSource } from "./script.ts";
import { textOf } from "./syntax.ts";

/** What a rule sees of an origin; undefined where there is nothing at all. */
export function sourceOf(origin: Origin, root: Root): SecretSource | undefined {
  const { kind, module, span } = origin;
  if (kind === "absent" || kind === "unknown") return undefined;
  const { place } = root;
  const { node } = place;
  const whole = node.name === "VariableDefinition" ? (node.parent ?? node) : node;
  const isInside = module === place.module && span.start >= whole.from && span.end <= whole.to;
  return {
    kind,
    file: module.path,
    span,
    value: origin.value,
    variable: origin.variable,
    isPublic: origin.isPublic,
    isFallback: origin.isFallback,
    isWhole: origin.isWhole,
    expression: origin.expression,
    usedAt: isInside ? undefined : { file: place.module.path, span: spanOf(node) },
    option: { ...root.option, propertySpan: propertyRound(origin, root) },
  };
}

/** The property whose value an origin is, or is a part of. */
function propertyRound({ module, span }: Origin, { path, key }: Root): Span | undefined {
  const last = [...path].reverse().find((step) => step.kind === "member");
  const name = last?.kind === "member" ? last.name : key;
  const start = module.tree.resolveInner(span.start, 1);
  for (let node = start; node.parent !== null; node = node.parent) {
    if (FUNCTIONS.has(node.name) || node.name === "ObjectExpression") return undefined;
    if (node.name !== "Property") continue;
    const text = node.firstChild === null ? "" : textOf(module, node.firstChild);
    return text.replace(/["']/g, "") === name ? spanOf(node) : undefined;
  }
  return undefined;
}

/** Every source of every script of a project, each place once. */
export function sourcesOf(project: Project): readonly SecretSource[] {
  const seen = new Set<string>();
  return project.scripts
    .flatMap(({ sources }) => sources)
    .filter(({ file, span, option }) => {
      const key = `${file}:${span.start}:${span.end}:${option.kind}`;
      return !seen.has(key) && seen.add(key) !== undefined;
    });
}

/** Where a source is used, for a finding that stands elsewhere. */
export function relatedTo({ usedAt, option }: SecretSource): readonly RelatedPlace[] {
  if (usedAt === undefined) return [];
  return [{ ...usedAt, message: message("It is handed to {0} here.", option.framework.name) }];
}
