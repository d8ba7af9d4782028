import { directoryOf, isRelative, resolvePath } from "../paths.ts";
import { aliased, type Find } from "./aliases.ts";
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
  /** Forgets the modules of files that are no longer there. */
  forgetGone(): void;
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
    forgetGone() {
      for (const path of parsed.keys()) if (textOf(path) === undefined) parsed.delete(path);
    },
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
  if (!isRelative(specifier)) {
    return aliased(specifier, folder, find) ?? customary(specifier, importer);
  }
  const base = resolvePath(folder, specifier);
  return base === undefined ? [] : [base];
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
