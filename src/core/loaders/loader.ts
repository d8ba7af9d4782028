/** What an app is run for: it decides which env files are read. */
export type Mode = "development" | "production" | "test";

export const MODES: readonly Mode[] = ["development", "production", "test"];

/** Facts of what turns env files into variables: a framework, a library or Node itself. */
export interface Loader {
  /** Kebab-case, the file's name in kebab-case. */
  readonly id: string;
  /** For people, as the subject of a sentence: "Next.js". */
  readonly name: string;
  /** The files that it reads by itself, by their path in the package's folder; the winner first. */
  readonly files: Readonly<Record<Mode, readonly string[]>>;
  /** True where only a build reads the production files, and not the server that runs it. */
  readonly isBuildOnly?: boolean;
  /** A file that is the only one to be read where it is there. */
  readonly soleFile?: string;
  /** Where a secret of one's own machine belongs. */
  readonly localFile: string;
  /** How it reads a file, by the file's path in the package's folder; undefined where not known. */
  readerOf(file: string): Reader | undefined;
}

/** How the text of one env file becomes values. */
export interface Reader {
  /**
   * The values by key, exactly as the program gets them where neither the environment nor another
   * file sets anything.
   */
  read(text: string): ReadonlyMap<string, string>;
  /** What stands for another variable in a value (with the flag `g`); undefined if nothing does. */
  readonly reference?: RegExp;
}

/** What a `package.json` tells of how its env files are loaded. */
export interface Manifest {
  /** All kinds of dependencies together: version ranges by name. */
  readonly dependencies: Readonly<Record<string, unknown>>;
  /** Command lines by name. */
  readonly scripts: Readonly<Record<string, string>>;
}

/** The loader of a package, or undefined for one that does not use it. */
export type Detector = (manifest: Manifest) => Loader | undefined;

export function dependsOn({ dependencies }: Manifest, ...names: readonly string[]): boolean {
  return names.some((name) => Object.hasOwn(dependencies, name));
}

/** The major version that a range asks for, as far as its digits tell: `^8.0.1` → 8. */
export function majorOf({ dependencies }: Manifest, name: string): number | undefined {
  const range = dependencies[name];
  const match = typeof range === "string" ? /^[\^~>=v\s]*(\d+)(?:[.\s|-]|$)/.exec(range) : null;
  return match === null ? undefined : Number(match[1]);
}
