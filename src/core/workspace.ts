import type { ConfigFile } from "./config/configFile.ts";
import {
  isConfigFile,
  isJudgedText,
  isSearchedFile,
  isWorthReading,
  mentionsVariable,
} from "./config/files.ts";
import { readConfig } from "./config/index.ts";
import { tellsOfUploads } from "./config/uploads.ts";
import { isEnvFile } from "./dotenv/files.ts";
import { type EnvFile, parseEnvFile } from "./dotenv/parse.ts";
import type { Framework } from "./frameworks/framework.ts";
import { frameworkOf } from "./frameworks/index.ts";
import { type LibraryReader, libraryReader } from "./libraries.ts";
import { detectLoader } from "./loaders/index.ts";
import { isLockfile } from "./overview.ts";
import { directoryOf, joinPath, nameOf, parentsOf } from "./paths.ts";
import type { Project, Repository } from "./project.ts";
import { isAliasFile } from "./script/aliases.ts";
import { isScriptFile, isTestFile } from "./script/files.ts";
import { mayConfigureAuth } from "./script/gate.ts";
import { type ModuleReader, moduleReader } from "./script/modules.ts";
import { isNamed } from "./script/namedFiles.ts";
import { readScript } from "./script/readScript.ts";
import type { Script } from "./script/script.ts";
import { type Snapshot, snapshotOf } from "./snapshot.ts";

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
  configFile(path: string, text: string): ConfigFile | undefined;
  readonly libraries: LibraryReader;
  /** Forgets what is not, or no longer, among these files. */
  keepOnly(snapshot: Pick<Snapshot, "files" | "overview">): void;
}

export function factCache(): FactCache {
  const envFiles = new Map<string, EnvFile>();
  const scripts = new Map<string, KnownScript>();
  const configFiles = new Map<string, ConfigFile>();
  const readers = new WeakMap<WorkspaceFiles, ModuleReader>();
  const libraries = libraryReader();
  return {
    libraries,
    keepOnly({ files, overview }) {
      for (const known of [envFiles, scripts, configFiles]) {
        for (const path of known.keys()) if (!files.has(path)) known.delete(path);
      }
      libraries.keepOnly(overview);
      readers.get(files)?.forgetGone();
    },
    envFile(path, text) {
      const known = envFiles.get(path);
      if (known?.text === text) return known;
      const envFile = parseEnvFile(path, text);
      envFiles.set(path, envFile);
      return envFile;
    },
    configFile(path, text) {
      const known = configFiles.get(path);
      const configFile = known?.text === text ? known : readConfig(path, text);
      if (configFile) configFiles.set(path, configFile);
      return configFile;
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

/** True for the files that a workspace snapshot holds; source files only by their name's ending. */
export function isRelevantFile(path: string): boolean {
  if (isScriptFile(path)) return true;
  const name = nameOf(path);
  return (
    name === "package.json" ||
    name === ".gitignore" ||
    isAliasFile(path) ||
    isLockfile(path) ||
    isEnvFile(path) ||
    isSearchedFile(path)
  );
}

/**
 * True for a file whose text a snapshot keeps: all that is relevant, but of the sources only those
 * that may configure an auth library, and none of the tests unless they are asked for; and those
 * that the user names. What they import from is wanted by name (`Script.imports`). Of configuration,
 * docs and shell scripts those that name a secret or how to make one.
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
  if (nameOf(path) !== "package.json" && isSearchedFile(path) && !isAliasFile(path)) {
    const isWanted =
      settings.includeTestFiles || !isTestFile(joinPath(directoryOf(path), "config"));
    return isWanted && isWorthReading(path, text, settings.extraVariables);
  }
  return isRelevantFile(path);
}

/** The folder of the package that owns a file: the nearest with a `package.json`, or "". */
export function packageOf(path: string, files: WorkspaceFiles): string {
  return parentsOf(path).find((folder) => files.has(joinPath(folder, "package.json"))) ?? "";
}

/** The files of each package that are judged, by its folder; packages without are left out. */
export function packagesOf(files: WorkspaceFiles): ReadonlyMap<string, readonly string[]> {
  const packages = new Map<string, string[]>();
  for (const [path, text] of files) {
    if (!isEnvFile(path) && !isScriptFile(path) && !isJudgedText(path, text)) continue;
    const folder = packageOf(path, files);
    const known = packages.get(folder);
    if (known) known.push(path);
    else packages.set(folder, [path]);
  }
  return packages;
}

/** What a project is made from besides the files themselves. */
export interface ProjectContext {
  readonly repository: Repository | undefined;
  readonly settings: WorkspaceSettings;
  readonly facts: FactCache;
  /** Of the files that the project is made from: given where many projects are made from them. */
  readonly snapshot?: Snapshot;
  /** Today's date, `2027-01-31`. */
  readonly today: string;
}

/** The snapshot of one package that the rules see; `paths` are its files that are judged. */
export function projectOf(
  directory: string,
  paths: readonly string[],
  files: WorkspaceFiles,
  context: ProjectContext,
): Project {
  const { repository, settings, facts, snapshot = snapshotOf(files, facts), today } = context;
  const { overview } = snapshot;
  const own = facts.libraries.of(directory, snapshot);
  const framework = frameworkOf(own);
  const above = parentsOf(directory);
  const read = (path: string) => files.get(path) ?? "";
  return {
    directory,
    framework,
    loader: detectLoader(files.get(joinPath(directory, "package.json"))),
    isDependency: own.length > 0,
    envFiles: paths.filter(isEnvFile).map((path) => facts.envFile(path, read(path))),
    inheritedVariables: variablesIn(
      above
        .flatMap((folder) => overview.envFilesIn(folder))
        .map((path) => facts.envFile(path, read(path))),
    ),
    appEnvFiles: snapshot.appEnvFiles(),
    scripts: paths.filter(isScriptFile).flatMap((path) => {
      const around = { framework, files, isNamed: isNamed(path, settings.files) };
      const isOurs = around.isNamed || mayConfigureAuth(path, read(path));
      return isOurs ? facts.script(path, read(path), around) : [];
    }),
    configFiles: paths
      .filter((path) => isConfigFile(path) && mentionsVariable(read(path), settings.extraVariables))
      .flatMap((path) => facts.configFile(path, read(path)) ?? []),
    texts: new Map(paths.filter(isSearchedFile).map((path) => [path, read(path)])),
    uploadTexts: new Map(
      [
        ...above.flatMap((folder) => overview.uploadFilesIn(folder)),
        ...paths.filter(tellsOfUploads),
      ].map((path) => [path, read(path)]),
    ),
    libraries: facts.libraries.within(directory, snapshot),
    repository,
    extraVariables: settings.extraVariables,
    minimumBits: settings.minimumBits,
    today,
  };
}

/** What env files set, whether or not anything loads them. */
function variablesIn(envFiles: readonly EnvFile[]): ReadonlySet<string> {
  return new Set(envFiles.flatMap(({ entries }) => entries.map(({ key }) => key)));
}
