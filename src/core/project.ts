import type { ConfigFile } from "./config/configFile.ts";
import type { EnvFile } from "./dotenv/parse.ts";
import type { Framework } from "./frameworks/framework.ts";
import type { Loader } from "./loaders/loader.ts";
import type { Script } from "./script/script.ts";

/**
 * One package of a workspace as the rules see it: the nearest `package.json` with all that lies
 * under it and under no other. All paths are workspace-relative with `/`.
 */
export interface Project {
  /** The package's folder: "" for the workspace root, else without a final `/`. */
  readonly directory: string;
  readonly framework: Framework;
  /** True where the package's manifest names the library; else it is only assumed. */
  readonly isDependency: boolean;
  /** What turns the package's env files into variables. */
  readonly loader: Loader;
  /** Every library that the package names, or one below it, which may share its env files. */
  readonly libraries: readonly Framework[];
  readonly envFiles: readonly EnvFile[];
  /** Names of the variables that env files in the folders above the package set. */
  readonly inheritedVariables: ReadonlySet<string>;
  /** What all packages that name an auth library keep in env files, this one too; no templates. */
  readonly appEnvFiles: readonly EnvFile[];
  readonly scripts: readonly Script[];
  /** Configuration files that name a secret variable. */
  readonly configFiles: readonly ConfigFile[];
  /** Texts of files that are searched and not read for facts: docs, shell scripts, configuration. */
  readonly texts: ReadonlyMap<string, string>;
  /** Those of them that tell of what leaves the machine, and the ones in the folders above. */
  readonly uploadTexts: ReadonlyMap<string, string>;
  /** Undefined where the workspace is in no git repository. */
  readonly repository: Repository | undefined;
  /** Names of environment variables that the user calls secrets besides the libraries' own. */
  readonly extraVariables: readonly string[];
  /** A random value with fewer bits is called short. */
  readonly minimumBits: number;
  /** The date on which it is looked at, `2027-01-31`: by it a reminder is due or not. */
  readonly today: string;
}

/** What is known of git around the project. */
export interface Repository {
  /** Every `.gitignore` of the workspace folder, by path. */
  readonly ignoreFiles: ReadonlyMap<string, string>;
  /**
   * The top folder of the repository that a path is in, workspace-relative: that of a submodule for
   * what is in one, "" for the repository that the workspace folder is in; undefined outside of all.
   */
  rootOf(path: string): string | undefined;
  /** True where git would not commit the file: by git itself where it can be asked. */
  isIgnored(path: string): boolean;
  /** True where git is known to track the file, whatever `.gitignore` says. */
  isTracked(path: string): boolean;
  /** True where git takes names that differ in case for one, as it does where the disk does. */
  ignoresCase(path: string): boolean;
}
