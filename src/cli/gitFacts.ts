import { existsSync, readFileSync } from "node:fs";
import { dirname, join, relative, resolve, sep } from "node:path";
import {
  gitFolderIn,
  ignoresCase,
  possibleTops,
  type RepositoryFacts,
  trackedEnvFiles,
  type WorkspaceFiles,
} from "../core/index.ts";

/**
 * What the `.gitignore` files above a folder and the index say, and the indexes of the repositories
 * inside it. Git itself is not run: a folder that is only looked at must not be able to make anything
 * run.
 *
 * @param repositories folders below it that are the top of one
 */
export function readGitFacts(
  folder: string,
  files: WorkspaceFiles,
  repositories: ReadonlySet<string>,
): RepositoryFacts {
  const nested = possibleTops(files.keys())
    .filter((root) => repositories.has(root))
    .map((root) => ({ root, ...readTracking(join(folder, root)) }));
  return { around: readAround(folder), nested, ignored: new Set() };
}

function readAround(folder: string): RepositoryFacts["around"] {
  const top = findTop(resolve(folder));
  if (top === undefined) return undefined;
  const parts = relative(top, resolve(folder)).split(sep).filter(Boolean);
  const inherited = new Map<string, string>();
  for (const depth of parts.keys()) {
    const path = [...parts.slice(0, depth), ".gitignore"].join("/");
    const text = readText(join(top, path));
    if (text !== undefined) inherited.set(path, text);
  }
  const prefix = parts.map((part) => `${part}/`).join("");
  return { prefix, inherited, ...readTracking(top) };
}

/** What the repository with this top lists in its index, and how it takes names. */
function readTracking(top: string) {
  const file = join(top, ".git");
  // A worktree's or a submodule's is a file that names the folder.
  const folder = resolve(top, gitFolderIn(readText(file) ?? "") ?? ".git");
  // A worktree's settings are those of the repository that it was made from.
  const common = resolve(folder, readText(join(folder, "commondir"))?.trimEnd() ?? ".");
  const config = readText(join(common, "config")) ?? "";
  return { tracked: readTracked(join(folder, "index")), ignoresCase: ignoresCase(config) };
}

/** The env files that an index lists, or undefined where it cannot be read. */
function readTracked(index: string): ReadonlySet<string> | undefined {
  try {
    return trackedEnvFiles(readFileSync(index));
  } catch {
    return undefined;
  }
}

function findTop(folder: string): string | undefined {
  if (existsSync(join(folder, ".git"))) return folder;
  const parent = dirname(folder);
  return parent === folder ? undefined : findTop(parent);
}

function readText(path: string): string | undefined {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return undefined;
  }
}
