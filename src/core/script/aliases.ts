import { directoryOf, isRelative, joinPath, nameOf, parentsOf, resolvePath } from "../paths.ts";
import { readJson } from "../readJson.ts";

/** The text of a file by its workspace-relative path, where there is one. */
export type Find = (path: string) => string | undefined;

/** True for where projects say what their imports' aliases stand for: `tsconfig.base.json` too. */
export function isAliasFile(path: string): boolean {
  return /^[jt]sconfig(\.[\w-]+)*\.json$/.test(nameOf(path));
}

/**
 * The files, endings aside, that a specifier means by `paths` and `baseUrl` of the nearest
 * `tsconfig.json` or `jsconfig.json` and of what it extends; undefined where they do not tell.
 */
export function aliased(
  specifier: string,
  folder: string,
  find: Find,
): readonly string[] | undefined {
  const nearest = [folder, ...parentsOf(folder)]
    .flatMap((above) => [joinPath(above, "tsconfig.json"), joinPath(above, "jsconfig.json")])
    .find((path) => find(path) !== undefined);
  const { root, base, paths } = (nearest && aliasesIn(nearest, find, 0)) || NOTHING;
  const targets = (paths ?? []).flatMap(([pattern, to]) => {
    const match = matchOf(pattern, specifier);
    return match === undefined ? [] : to.map((target) => target.replace("*", match));
  });
  const bases = targets.flatMap((target) => resolvePath(base ?? root, target) ?? []);
  if (bases.length > 0) return bases;
  const bare = base === undefined ? undefined : resolvePath(base, specifier);
  return bare === undefined ? undefined : [bare];
}

/** What a configuration and those that it extends say together. */
interface Aliases {
  /** The folder of the configuration that has the paths. */
  readonly root: string;
  /** The folder that `baseUrl` names. */
  readonly base: string | undefined;
  readonly paths: readonly (readonly [string, readonly string[]])[] | undefined;
}

const NOTHING: Aliases = { root: "", base: undefined, paths: undefined };
/** More than people stack, and little enough for configurations that extend each other. */
const DEEPEST = 4;

function aliasesIn(path: string, find: Find, depth: number): Aliases {
  const text = depth > DEEPEST ? undefined : find(path);
  if (text === undefined) return NOTHING;
  const config = readJson(text);
  const folder = directoryOf(path);
  const options = memberOf(config, "compilerOptions");
  const baseUrl = memberOf(options, "baseUrl");
  const paths = memberOf(options, "paths");
  const own: Aliases = {
    root: folder,
    base: typeof baseUrl === "string" ? resolvePath(folder, baseUrl) : undefined,
    paths: isRecord(paths) ? patternsIn(paths) : undefined,
  };
  // Of several that are extended the last one wins.
  return extendedBy(config, folder)
    .reverse()
    .map((other) => aliasesIn(other, find, depth + 1))
    .reduce(withInherited, own);
}

function withInherited(own: Aliases, other: Aliases): Aliases {
  return {
    root: own.paths === undefined ? other.root : own.root,
    base: own.base ?? other.base,
    paths: own.paths ?? other.paths,
  };
}

/** The configurations of the workspace that one extends; those of packages are not looked for. */
function extendedBy(config: unknown, folder: string): string[] {
  return [memberOf(config, "extends")].flat().flatMap((specifier) => {
    if (typeof specifier !== "string" || !isRelative(specifier)) return [];
    return resolvePath(folder, specifier.endsWith(".json") ? specifier : `${specifier}.json`) ?? [];
  });
}

function patternsIn(paths: Readonly<Record<string, unknown>>): Aliases["paths"] {
  return Object.entries(paths).map(([pattern, targets]) => [
    pattern,
    Array.isArray(targets) ? targets.filter((target) => typeof target === "string") : [],
  ]);
}

/** What `*` stands for where a pattern matches; "" for one without. */
function matchOf(pattern: string, specifier: string): string | undefined {
  const [before = "", after] = pattern.split("*");
  if (after === undefined) return pattern === specifier ? "" : undefined;
  const isMatch = specifier.startsWith(before) && specifier.endsWith(after);
  return isMatch ? specifier.slice(before.length, specifier.length - after.length) : undefined;
}

function memberOf(value: unknown, key: string): unknown {
  return isRecord(value) ? value[key] : undefined;
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null;
}
