import { parse } from "jsonc-parser";
import { directoryOf, joinPath, parentsOf } from "../paths.ts";
import { isTestFile } from "./files.ts";
import { repaired } from "./repair/repaired.ts";
import { type Module, parseModule } from "./syntax.ts";

/** Finds and parses the other files that a file imports from, each parsed once for each text. */
export interface ModuleReader {
  /**
   * The module that an import names. `wanted` gets the path of every file that decides about it,
   * those that are not there included: the answer may change with any of them.
   */
  load(specifier: string, importer: string, wanted: Set<string>): Module | undefined;
}

/** A reader over a snapshot: `textOf` gives a file's text by its workspace-relative path. */
export function moduleReader(textOf: (path: string) => string | undefined): ModuleReader {
  const parsed = new Map<string, Module>();
  const read = (path: string, text: string): Module => {
    const known = parsed.get(path);
    const module = parseModule(path, text, known);
    parsed.set(path, module);
    return repaired(module);
  };
  return {
    load(specifier, importer, wanted) {
      const find = (path: string) => {
        wanted.add(path);
        return textOf(path);
      };
      for (const path of candidates(specifier, importer, find)) {
        const text = isTestFile(path) ? undefined : find(path);
        if (text !== undefined) return read(path, text);
      }
      return undefined;
    },
  };
}

type Find = (path: string) => string | undefined;

const ENDINGS = [".ts", ".tsx", ".mts", ".js", ".jsx", ".mjs", ".cjs", "/index.ts", "/index.js"];

/** The files that a specifier may mean, the likeliest first; none for a package. */
function candidates(specifier: string, importer: string, find: Find): readonly string[] {
  return basesOf(specifier, importer, find).flatMap((base) => {
    const written = /\.[cm]?[jt]sx?$/.exec(base)?.[0];
    if (written === undefined) return ENDINGS.map((ending) => base + ending);
    // TypeScript imports `x.js` where the file is `x.ts`.
    return [base, base.slice(0, -written.length) + written.replace("j", "t")];
  });
}

function basesOf(specifier: string, importer: string, find: Find): readonly string[] {
  const folder = directoryOf(importer);
  if (/^\.{1,2}(\/|$)/.test(specifier)) return resolved(folder, specifier);
  return aliased(specifier, folder, find) ?? customary(specifier, importer);
}

/** By `paths` and `baseUrl` of the nearest `tsconfig.json` or `jsconfig.json`. */
function aliased(specifier: string, folder: string, find: Find): readonly string[] | undefined {
  for (const above of [folder, ...parentsOf(folder)]) {
    const text = find(joinPath(above, "tsconfig.json")) ?? find(joinPath(above, "jsconfig.json"));
    if (text === undefined) continue;
    const { baseUrl, paths } = optionsOf(text);
    const root = resolved(above, baseUrl ?? ".")[0];
    if (root === undefined) return undefined;
    const targets = paths.flatMap(([pattern, to]) => {
      const match = matchOf(pattern, specifier);
      return match === undefined ? [] : to.map((target) => target.replace("*", match));
    });
    const bases = targets.flatMap((target) => resolved(root, target));
    if (bases.length > 0) return bases;
    return baseUrl === undefined ? undefined : resolved(root, specifier);
  }
  return undefined;
}

interface CompilerPaths {
  readonly baseUrl: string | undefined;
  readonly paths: readonly (readonly [string, readonly string[]])[];
}

function optionsOf(text: string): CompilerPaths {
  const root: unknown = parse(text, [], { allowTrailingComma: true });
  const options = memberOf(root, "compilerOptions");
  const baseUrl = memberOf(options, "baseUrl");
  const paths = memberOf(options, "paths");
  return {
    baseUrl: typeof baseUrl === "string" ? baseUrl : undefined,
    paths: Object.entries(isRecord(paths) ? paths : {}).map(([pattern, targets]) => [
      pattern,
      Array.isArray(targets) ? targets.filter((target) => typeof target === "string") : [],
    ]),
  };
}

/** What `*` stands for where a pattern matches; "" for one without. */
function matchOf(pattern: string, specifier: string): string | undefined {
  const [before = "", after] = pattern.split("*");
  if (after === undefined) return pattern === specifier ? "" : undefined;
  const isMatch = specifier.startsWith(before) && specifier.endsWith(after);
  return isMatch ? specifier.slice(before.length, specifier.length - after.length) : undefined;
}

/** What generators set up: `@/` and `~/` for the sources, `$lib/` in SvelteKit. */
function customary(specifier: string, importer: string): readonly string[] {
  const match = /^(?:[@~]\/|(\$lib)\/)(.+)$/.exec(specifier);
  if (match === null) return [];
  const [, library, rest = ""] = match;
  const source = importer.lastIndexOf("src/");
  const root = source < 0 ? "" : importer.slice(0, source);
  if (library !== undefined) return [`${root}src/lib/${rest}`];
  return source < 0 ? [rest] : [`${root}src/${rest}`, `${root}${rest}`];
}

/** A path relative to a folder, as a list of one; empty where it leaves the workspace. */
function resolved(folder: string, relative: string): readonly string[] {
  const parts = folder === "" ? [] : folder.split("/");
  for (const part of relative.split("/")) {
    if (part === "..") {
      if (parts.pop() === undefined) return [];
    } else if (part !== "." && part !== "") parts.push(part);
  }
  return [parts.join("/")];
}

function memberOf(value: unknown, key: string): unknown {
  return isRecord(value) ? value[key] : undefined;
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null;
}
