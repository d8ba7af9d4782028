import { definitionOf, holderOf, nameOf } from "../bindings.ts";
import { initializerOf, partsOf, type SyntaxNode, textOf } from "../syntax.ts";
import { environmentImport, resolveGlobal, resolveUnknown } from "./environment.ts";
import { exportOf } from "./exports.ts";
import { argumentsFor } from "./functions.ts";
import { type ImportedName, importedName } from "./imports.ts";
import {
  type Evaluation,
  type Origins,
  origin,
  otherwise,
  type Path,
  type Place,
  spanOf,
} from "./origin.ts";
import { withWrites } from "./writes.ts";

/** A name: a constant, a parameter, an import, a function, a class or something global. */
export function resolveName(place: Place, path: Path, evaluation: Evaluation): Origins {
  const { module, node } = place;
  const name = nameOf(module, node);
  const definition = definitionOf(module, name, node);
  if (definition === undefined) return resolveGlobal(name, place, path);
  const holder = holderOf(definition.node);
  switch (holder?.name) {
    case "ImportDeclaration":
      return resolveImport(place, definition.node, path, evaluation);
    case "FunctionDeclaration":
    case "ClassDeclaration":
    case "EnumDeclaration":
      return evaluation.resolve({ ...place, node: holder }, path);
    case "VariableDeclaration":
    case "ParamList":
    case "ArrowFunction":
      return withWrites(definition, place, path, evaluation, () =>
        resolvePattern({ ...place, node: definition.node }, path, evaluation),
      );
    default:
      return resolveUnknown(place, path);
  }
}

/** What a name or a part of a destructuring pattern gets: its value, else its default. */
function resolvePattern(target: Place, path: Path, evaluation: Evaluation): Origins {
  const { node, module } = target;
  const container = node.parent;
  const at = (inner: SyntaxNode): Place => ({ ...target, node: inner });
  if (container === null) return resolveUnknown(target, path);
  if (container.name === "PatternProperty") {
    const pattern = container.parent;
    if (pattern === null) return resolveUnknown(target, path);
    if (container.firstChild?.name === "Spread") {
      return resolvePattern(at(pattern), path, evaluation);
    }
    const key = partsOf(container)[0] ?? node;
    const name = key.name === "String" ? textOf(module, key).slice(1, -1) : nameOf(module, key);
    const inner = resolvePattern(
      at(pattern),
      [{ kind: "member", name, at: at(node) }, ...path],
      evaluation,
    );
    return withDefault(inner, at(node), path, evaluation);
  }
  if (container.name === "ArrayPattern") {
    const inner = resolvePattern(
      at(container),
      [{ kind: "any", at: at(node) }, ...path],
      evaluation,
    );
    return withDefault(inner, at(node), path, evaluation);
  }
  if (container.name === "VariableDeclaration") {
    const value = initializerOf(node);
    return value === undefined ? [origin("absent", target)] : evaluation.resolve(at(value), path);
  }
  if (container.name === "ParamList" || container.name === "ArrowFunction") {
    const values = argumentsFor(target, container);
    const given = values?.flatMap((value) => evaluation.resolve(value, path));
    return withDefault(given ?? resolveUnknown(target, path), target, path, evaluation);
  }
  return resolveUnknown(target, path);
}

function withDefault(given: Origins, target: Place, path: Path, evaluation: Evaluation): Origins {
  const value = initializerOf(target.node);
  if (value === undefined) return given;
  const container = target.node.parent;
  // A parameter's default is what lets its callers leave it out: it has to stay.
  const isProperty = container?.name === "PatternProperty";
  const remainder = isProperty ? { start: container.from, end: target.node.to } : undefined;
  const span = isProperty ? spanOf(container) : spanOf(value);
  return otherwise(
    given.length === 0 ? [origin("unknown", target)] : unlessAbsent(given, target),
    () => evaluation.resolve({ ...target, node: value }, path),
    remainder && { file: target.module.path, span, remainder },
  );
}

/** A default counts as one even where the call at hand leaves the argument out. */
function unlessAbsent(given: Origins, target: Place): Origins {
  return given.every(({ kind }) => kind === "absent") ? [origin("unknown", target)] : given;
}

function resolveImport(
  place: Place,
  definition: SyntaxNode,
  path: Path,
  evaluation: Evaluation,
): Origins {
  const imported = importedName(place.module, definition);
  if (imported === undefined) return resolveUnknown(place, path);
  const known = environmentImport(imported, place, path);
  if (known !== undefined) return known;
  return exportAt(imported, place, path, evaluation) ?? resolveUnknown(place, path);
}

/** What another file of the project exports; undefined where there is no such file or name. */
export function exportAt(
  imported: ImportedName,
  place: Place,
  path: Path,
  evaluation: Evaluation,
): Origins | undefined {
  const module = evaluation.load(imported.module, place.module);
  const [step, ...rest] = path;
  const isWhole = imported.name === "*" && step?.kind === "member";
  const found = module && exportOf(module, nameAsked(imported, step), evaluation);
  if (found === undefined) return undefined;
  return evaluation.resolve(found.place, [...found.path, ...(isWhole ? rest : path)]);
}

/** Of a whole module its member; without one what CommonJS hands over, which is its default. */
function nameAsked({ name }: ImportedName, step: Path[number] | undefined): string {
  if (name !== "*") return name;
  return step?.kind === "member" ? step.name : "default";
}
