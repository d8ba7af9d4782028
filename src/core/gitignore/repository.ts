import { nameOf } from "../paths.ts";
import type { Repository } from "../project.ts";
import type { WorkspaceFiles } from "../workspace.ts";
import { isIgnoredBy } from "./isIgnored.ts";

/** What an adapter knows of git around a workspace folder besides the folder's own files. */
export interface RepositoryFacts {
  /** The repository's top folder where it lies below the workspace folder, otherwise "". */
  readonly root: string;
  /** The workspace folder as seen from the repository's top: "" or "apps/web/". */
  readonly prefix: string;
  /** `.gitignore` files above the workspace folder, by path from the repository's top. */
  readonly inherited: ReadonlyMap<string, string>;
  /** Workspace-relative paths that git itself said it ignores, for example by a global pattern. */
  readonly ignored: ReadonlySet<string>;
  /** Env files that git tracks, by path from the repository's top; undefined where it is not known. */
  readonly tracked?: ReadonlySet<string> | undefined;
}

/**
 * The repository with these texts in its files. A file counts as ignored if git says so or if a
 * pattern matches it: git calls a tracked file not ignored whatever the patterns say.
 */
export function repositoryOn(files: WorkspaceFiles, facts: RepositoryFacts): Repository {
  const ignoreFiles = new Map([...files].filter(([path]) => nameOf(path) === ".gitignore"));
  const all = new Map(facts.inherited);
  for (const [path, text] of ignoreFiles) all.set(`${facts.prefix}${path}`, text);
  return {
    root: facts.root,
    ignoreFiles,
    isIgnored: (path) => facts.ignored.has(path) || isIgnoredBy(`${facts.prefix}${path}`, all),
    isTracked: (path) => facts.tracked?.has(`${facts.prefix}${path}`) === true,
  };
}
