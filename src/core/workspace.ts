import { isEnvFile, isTemplateFile, isTestEnvFile } from "./dotenv/files.ts";
import { type EnvFile, parseEnvFile } from "./dotenv/parse.ts";
import type { Framework } from "./frameworks/framework.ts";
import { assumedFramework, findFrameworks } from "./frameworks/index.ts";
import { detectLoader } from "./loaders/index.ts";
import { directoryOf, isWithin, joinPath, nameOf, parentsOf } from "./paths.ts";
import type { Project, Repository } from "./project.ts";
import { isAliasFile } from "./script/aliases.ts";
import { isScriptFile, isTestFile } from "./script/files.ts";
import { mayConfigureAuth } from "./script/gate.ts";
import { type ModuleReader, moduleReader } from "./script/modules.ts";
import { isNamed } from "./script/namedFiles.ts";
import { readScript } from "./script/readScript.ts";
import type { Script } from "./script/script.ts";

/** The files of a workspace folder that matter, by workspace-relative path with `/`. */
export type WorkspaceFiles = ReadonlyMap<string, string>;

export interface WorkspaceSettings {
  /** Variables that hold secrets besides the libraries' own. */
  readonly extraVariables: readonly string[];
  /** Sources that configure auth though nothing in them tells, as patterns of `.gitignore`. */
  readonly files: readonly string[];
  readonly minimumBits: number;
  /** Judge sources in tests, fixtures and the like too. */
  readonly includeTestFiles: boolean;
}

export const DEFAULT_SETTINGS: WorkspaceSettings = {
  extraVariables: [],
  files: [],
  minimumBits: 256,
  includeTestFiles: false,
};

/** What decides besides its text what is read in a source. */
interface ScriptContext {
  readonly framework: Framework;
  readonly files: WorkspaceFiles;
  /** True where the user says that it configures auth. */
  readonly isNamed: boolean;
}

/** Reads files into facts and keeps the facts of a text until that file's text changes. */
export interface FactCache {
  envFile(path: string, text: string): EnvFile;
  script(path: string, text: string, context: ScriptContext): Script;
}

export function factCache(): FactCache {
  const envFiles = new Map<string, EnvFile>();
  const scripts = new Map<string, KnownScript>();
  const readers = new WeakMap<WorkspaceFiles, ModuleReader>();
  return {
    envFile(path, text) {
      const known = envFiles.get(path);
      if (known?.text === text) return known;
      const envFile = parseEnvFile(path, text);
      envFiles.set(path, envFile);
      return envFile;
    },
    script(path, text, context) {
      const { framework, files, isNamed: named } = context;
      const known = scripts.get(path);
      if (known && isCurrent(known, text, context)) return known.script;
      const modules = readers.get(files) ?? moduleReader((other) => files.get(other));
      readers.set(files, modules);
      const script = readScript(path, text, framework, {
        previous: known?.script,
        modules,
        isNamed: named,
      });
      const imports = new Map(script.imports.map((other) => [other, files.get(other)]));
      scripts.set(path, { script, framework, isNamed: named, imports });
      return script;
    },
  };
}

interface KnownScript {
  readonly script: Script;
  readonly framework: Framework;
  readonly isNamed: boolean;
  /** The texts that it was read with, undefined for files that were not there. */
  readonly imports: ReadonlyMap<string, string | undefined>;
}

function isCurrent(
  known: KnownScript,
  text: string,
  { framework, isNamed: named, files }: ScriptContext,
): boolean {
  const { script, imports } = known;
  if (script.text !== text || known.framework !== framework) return false;
  if (known.isNamed !== named) return false;
  return [...imports].every(([path, other]) => files.get(path) === other);
}

const LOCKFILES = [
  "package-lock.json",
  "pnpm-lock.yaml",
  "yarn.lock",
  "bun.lock",
  "npm-shrinkwrap.json",
];

/** True for the files that a workspace snapshot holds; source files only by their name's ending. */
export function isRelevantFile(path: string): boolean {
  const name = nameOf(path);
  return (
    name === "package.json" ||
    name === ".gitignore" ||
    isAliasFile(path) ||
    LOCKFILES.includes(name) ||
    isEnvFile(path) ||
    isScriptFile(path)
  );
}

/**
 * True for a file whose text a snapshot keeps: all that is relevant, but of the sources only those
 * that may configure an auth library, and none of the tests unless they are asked for; and those
 * that the user names. What they import from is wanted by name (`Script.imports`).
 */
export function isKept(path: string, text: string, settings: WorkspaceSettings): boolean {
  if (isScriptFile(path)) {
    const isWanted = settings.includeTestFiles || !isTestFile(path);
    return isWanted && (mayConfigureAuth(path, text) || isNamed(path, settings.files));
  }
  // By its folder only: `.env.test.local` is no test file, an env file among fixtures is.
  if (isEnvFile(path)) {
    return settings.includeTestFiles || !isTestFile(joinPath(directoryOf(path), "env"));
  }
  return isRelevantFile(path);
}

/** The folder of the package that owns a file: the nearest with a `package.json`, or "". */
export function packageOf(path: string, files: WorkspaceFiles): string {
  return parentsOf(path).find((folder) => files.has(joinPath(folder, "package.json"))) ?? "";
}

/** The env files and sources of each package, by the package's folder; packages without are left out. */
export function packagesOf(files: WorkspaceFiles): ReadonlyMap<string, readonly string[]> {
  const packages = new Map<string, string[]>();
  for (const path of files.keys()) {
    if (!isEnvFile(path) && !isScriptFile(path)) continue;
    const folder = packageOf(path, files);
    packages.set(folder, [...(packages.get(folder) ?? []), path]);
  }
  return packages;
}

/** What a project is made from besides the files themselves. */
export interface ProjectContext {
  readonly repository: Repository | undefined;
  readonly settings: WorkspaceSettings;
  readonly facts: FactCache;
  /** Today's date, `2027-01-31`. */
  readonly today: string;
}

/** The snapshot of one package that the rules see; `paths` are its env files and sources. */
export function projectOf(
  directory: string,
  paths: readonly string[],
  files: WorkspaceFiles,
  { repository, settings, facts, today }: ProjectContext,
): Project {
  const own = librariesOf(directory, files);
  const framework = own[0] ?? assumedFramework;
  const read = (path: string) => files.get(path) ?? "";
  return {
    directory,
    framework,
    loader: detectLoader(files.get(joinPath(directory, "package.json"))),
    isDependency: own.length > 0,
    libraries: [...new Set([...own, ...librariesBelow(directory, files)])],
    envFiles: paths.filter(isEnvFile).map((path) => facts.envFile(path, read(path))),
    inheritedVariables: variablesAbove(directory, files, facts),
    otherEnvFiles: envFilesBeside(paths, files).map((path) => facts.envFile(path, read(path))),
    scripts: paths.filter(isScriptFile).flatMap((path) => {
      const context = { framework, files, isNamed: isNamed(path, settings.files) };
      const isOurs = context.isNamed || mayConfigureAuth(path, read(path));
      return isOurs ? facts.script(path, read(path), context) : [];
    }),
    repository,
    extraVariables: settings.extraVariables,
    minimumBits: settings.minimumBits,
    today,
  };
}

/** What the env files of the folders above one set, whether or not anything loads them. */
function variablesAbove(
  directory: string,
  files: WorkspaceFiles,
  facts: FactCache,
): ReadonlySet<string> {
  const folders = new Set(parentsOf(directory));
  const above = [...files].filter(
    ([path]) => folders.has(directoryOf(path)) && isEnvFile(path) && !isTemplateFile(path),
  );
  return new Set(
    above.flatMap(([path, text]) => facts.envFile(path, text).entries.map(({ key }) => key)),
  );
}

/** The env files of the other packages that programs read. */
function envFilesBeside(own: readonly string[], files: WorkspaceFiles): readonly string[] {
  const known = new Set(own);
  return [...files.keys()].filter(
    (path) => isEnvFile(path) && !known.has(path) && !isTemplateFile(path) && !isTestEnvFile(path),
  );
}

function librariesOf(directory: string, files: WorkspaceFiles): readonly Framework[] {
  const manifest = files.get(joinPath(directory, "package.json"));
  const lockfile = [directory, ...parentsOf(directory)]
    .flatMap((folder) => LOCKFILES.map((name) => joinPath(folder, name)))
    .find((path) => files.has(path));
  return findFrameworks(manifest, lockfile === undefined ? undefined : files.get(lockfile));
}

function librariesBelow(directory: string, files: WorkspaceFiles): readonly Framework[] {
  return [...files.keys()]
    .filter((path) => nameOf(path) === "package.json" && isWithin(path, directory))
    .map(directoryOf)
    .filter((folder) => folder !== directory)
    .flatMap((folder) => librariesOf(folder, files));
}
