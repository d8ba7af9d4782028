import type { Framework } from "../frameworks/framework.ts";
import { frameworks } from "../frameworks/index.ts";
import { bareCallsOf } from "./bareCalls.ts";
import { evaluation } from "./evaluate/evaluate.ts";
import { asFallback, type Evaluation, type Origin, spanOf } from "./evaluate/origin.ts";
import type { ModuleReader } from "./modules.ts";
import { repaired } from "./repair/repaired.ts";
import { configFileRoots } from "./roots/configFiles.ts";
import { declaredOptions } from "./roots/declaredOptions.ts";
import { environmentRoots } from "./roots/environmentRoots.ts";
import { exportedOptions } from "./roots/exportedOptions.ts";
import { libraryCalls } from "./roots/libraryCalls.ts";
import { libraryNames } from "./roots/libraryNames.ts";
import { namedOptions } from "./roots/namedOptions.ts";
import type { Libraries, Root } from "./roots/root.ts";
import type { Script, SecretSource } from "./script.ts";
import { setupsOf } from "./setups.ts";
import { sourceOf } from "./sources.ts";
import { type Module, parseModule } from "./syntax.ts";

const read = new WeakMap<Script, Module>();

/** What makes reading quicker, or lets it see more. */
export interface ReadOptions {
  /** What was read of an earlier text of the same file. */
  readonly previous?: Script | undefined;
  /** The other files of the workspace: without it, imports are not followed. */
  readonly modules?: ModuleReader | undefined;
  /** True where the user says that the file configures auth. */
  readonly isNamed?: boolean;
}

/** Reads where an auth library's secrets come from in one source file. Never throws. */
export function readScript(
  path: string,
  text: string,
  framework: Framework,
  { previous, modules, isNamed = false }: ReadOptions = {},
): Script {
  const parsed = parseModule(path, text, previous && read.get(previous));
  const module = repaired(parsed);
  const libraries: Libraries = {
    own: framework,
    all: [framework, ...frameworks.filter(({ id }) => id !== framework.id)],
  };
  const wanted = new Set<string>();
  const load: Load = (specifier, importer) => modules?.load(specifier, importer.path, wanted);
  const resolved = rootsIn(module, libraries, isNamed).map((root) => ({
    root,
    origins: originsOf(root, load),
  }));
  const found = resolved.flatMap(({ root, origins }) =>
    origins.map((origin) => ({ origin, root })),
  );
  const sources = found.flatMap(({ origin, root }) => sourceOf(origin, root) ?? []);
  const others = found.map(({ origin }) => origin.module).filter((other) => other !== module);
  const script: Script = {
    path,
    text,
    sources: mergeSources(sources),
    setups: setupsOf(resolved, () => evaluation(load)),
    bareCalls: bareCallsOf(resolved),
    imports: [...wanted],
    importedTexts: new Map(others.map((other) => [other.path, other.written])),
  };
  read.set(script, parsed);
  return script;
}

type Load = Evaluation["load"];

function rootsIn(module: Module, libraries: Libraries, isNamed: boolean): readonly Root[] {
  const names = libraryNames(module);
  return [
    ...libraryCalls(module, names, libraries),
    ...declaredOptions(module, names, libraries),
    ...exportedOptions(module, names, libraries),
    ...environmentRoots(module, libraries),
    ...configFileRoots(module, libraries),
    ...(isNamed ? namedOptions(module, names, libraries) : []),
  ];
}

function originsOf({ place, path, isFallback, statement }: Root, load: Load): readonly Origin[] {
  const origins = evaluation(load).resolve(place, path);
  if (statement === undefined) return isFallback ? asFallback(origins, undefined) : origins;
  const span = spanOf(statement);
  const expression = {
    file: place.module.path,
    span,
    remainder: { start: span.start, end: span.start },
  };
  if (isFallback) return asFallback(origins, expression);
  return origins.map((one) => (one.isFallback ? one : { ...one, expression }));
}

/** One source for each place, with what holds for all the ways in which it is reached. */
function mergeSources(sources: readonly SecretSource[]): readonly SecretSource[] {
  const merged = new Map<string, SecretSource>();
  for (const source of sources) {
    const key = `${source.file}:${source.span.start}:${source.span.end}:${source.option.kind}`;
    const known = merged.get(key);
    merged.set(key, known === undefined ? source : bothOf(known, source));
  }
  return [...merged.values()].sort((a, b) => a.span.start - b.span.start);
}

function bothOf(one: SecretSource, other: SecretSource): SecretSource {
  const a = one.option;
  const b = other.option;
  return {
    ...one,
    isFallback: one.isFallback && other.isFallback,
    isWhole: one.isWhole && other.isWhole,
    option: {
      ...a,
      readsVariable: a.readsVariable && b.readsVariable,
      isRequired: a.isRequired || b.isRequired,
      isVariableRedundant: a.isVariableRedundant && b.isVariableRedundant,
      isPublished: a.isPublished || b.isPublished,
    },
  };
}
