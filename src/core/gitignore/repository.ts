import { isConfigFile } from "../config/files.ts";
import { isEnvFile } from "../dotenv/files.ts";
import { isWithin, nameOf, parentsOf } from "../paths.ts";
import type { Repository } from "../project.ts";
import type { WorkspaceFiles } from "../workspace.ts";
import { withoutCase } from "./ignoresCase.ts";
import { type IgnoreFiles, isIgnoredBy } from "./isIgnored.ts";

/** What an adapter knows of git around and inside a workspace folder besides the folder's own files. */
export interface RepositoryFacts {
  /** The repository that holds the workspace folder; undefined where none does. */
  readonly around: OuterRepository | undefined;
  /** Repositories inside the workspace folder: submodules, worktrees, clones. */
  readonly nested: readonly NestedRepository[];
  /**
   * Workspace-relative paths that git itself said it ignores though no ignore file in the folder or
   * above it shows why, for example by a global pattern.
   */
  readonly ignored: ReadonlySet<string>;
}

/** What git tracks in one repository, and how it takes names there. */
interface Tracking {
  /** Env files that git tracks, by path from the repository's top; undefined where it is not known. */
  readonly tracked: ReadonlySet<string> | undefined;
  /** `core.ignorecase`: false where that is not known. */
  readonly ignoresCase?: boolean;
}

export interface OuterRepository extends Tracking {
  /** The workspace folder as seen from the repository's top: "" or "apps/web/". */
  readonly prefix: string;
  /** `.gitignore` files above the workspace folder, by path from the repository's top. */
  readonly inherited: ReadonlyMap<string, string>;
}

interface NestedRepository extends Tracking {
  /** Its top folder, workspace-relative. */
  readonly root: string;
}

/** True for the files of which git's word is wanted. */
export function mayBePrivate(path: string): boolean {
  return isEnvFile(path) || isConfigFile(path);
}

/** The folders below a workspace folder that may be the top of a repository that matters here. */
export function possibleTops(paths: Iterable<string>): readonly string[] {
  const folders = [...paths].filter(mayBePrivate).flatMap(parentsOf);
  return [...new Set(folders)].filter((folder) => folder !== "");
}

/** The innermost of these folders that holds a path, or is it. */
export function innermost(path: string, roots: readonly string[]): string | undefined {
  const [nearest] = roots
    .filter((root) => path === root || isWithin(path, root))
    .sort((a, b) => b.length - a.length);
  return nearest;
}

/**
 * The repository with these texts in its files. A file counts as ignored if git says so or if a
 * pattern matches it: git calls a tracked file not ignored whatever the patterns say. A file in a
 * repository inside another belongs to the inner one alone, as it does for git.
 */
export function repositoryOn(files: WorkspaceFiles, facts: RepositoryFacts): Repository {
  const { around, nested, ignored } = facts;
  const ignoreFiles = new Map([...files].filter(([path]) => nameOf(path) === ".gitignore"));
  const holders = new Map(nested.map((one) => [one.root, holderIn(one, ignoreFiles)]));
  const outer = around && holderAround(around, ignoreFiles);
  const roots = [...holders.keys()];
  const holderOf = (path: string) => holders.get(innermost(path, roots) ?? "") ?? outer;
  return {
    ignoreFiles,
    rootOf: (path) => innermost(path, roots) ?? (around && ""),
    isIgnored(path) {
      const holder = holderOf(path);
      // What is in no repository is not committed.
      return holder === undefined || ignored.has(path) || holder.isIgnored(path);
    },
    isTracked: (path) => holderOf(path)?.isTracked(path) === true,
    ignoresCase: (path) => holderOf(path)?.ignoresCase === true,
  };
}

interface Holder extends Pick<Repository, "isIgnored" | "isTracked"> {
  readonly ignoresCase: boolean;
}

function holderAround(
  { prefix, inherited, tracked, ignoresCase = false }: OuterRepository,
  ignoreFiles: IgnoreFiles,
): Holder {
  const all = new Map(inherited);
  for (const [path, text] of ignoreFiles) all.set(`${prefix}${path}`, text);
  const isListed = listing(tracked, ignoresCase);
  return {
    ignoresCase,
    isIgnored: (path) => isIgnoredBy(`${prefix}${path}`, all, { ignoresCase }),
    isTracked: (path) => isListed(`${prefix}${path}`),
  };
}

function holderIn(
  { root, tracked, ignoresCase = false }: NestedRepository,
  ignoreFiles: IgnoreFiles,
): Holder {
  const own = new Map([...ignoreFiles].filter(([path]) => isWithin(path, root)));
  const isListed = listing(tracked, ignoresCase);
  return {
    ignoresCase,
    isIgnored: (path) => isIgnoredBy(path, own, { ignoresCase }),
    isTracked: (path) => isListed(path.slice(root.length + 1)),
  };
}

/** Whether an index lists a path, perhaps with other letters. */
function listing(
  tracked: ReadonlySet<string> | undefined,
  ignoresCase: boolean,
): (path: string) => boolean {
  if (!ignoresCase) return (path) => tracked?.has(path) === true;
  const names = new Set([...(tracked ?? [])].map(withoutCase));
  return (path) => names.has(withoutCase(path));
}
