import { isTemplateFile, isTestEnvFile } from "../dotenv/files.ts";
import { directoryOf, isWithin, joinPath, nameOf } from "../paths.ts";
import type { Project } from "../project.ts";
import { escapePattern, isIgnoredBy, type NameRules } from "./isIgnored.ts";

/** What every framework's template leaves out of git, each with names that it stands for. */
const COMMON: readonly { readonly pattern: string; readonly names: readonly string[] }[] = [
  { pattern: ".env", names: [".env"] },
  {
    pattern: ".env*.local",
    names: [".env.local", ".env.development.local", ".env.production.local", ".env.test.local"],
  },
  { pattern: ".env.production", names: [".env.production"] },
];

/** Meant to be committed: encrypted by dotenv-vault, or a shell's settings for the whole team. */
const SHARED = new Set([".env.vault", ".envrc"]);

/**
 * The patterns that a `.gitignore` in `folder` lacks so that git leaves out the given files, the
 * common env files of the project's folder, and the other env files that exist below `folder`;
 * never a template, and of what was not asked for nothing that a `!` pattern wants committed.
 */
export function missingEntries(
  project: Project,
  files: readonly string[],
  folder: string,
  { isIgnored, isTakenBack, names: nameRules }: IgnoreState,
): readonly string[] {
  const isOpen = (path: string) => !isIgnored(path) && !isTakenBack(path);
  const home = isWithin(project.directory, folder) ? project.directory : folder;
  const entries = COMMON.filter(({ names }) =>
    names.some((name) => isOpen(joinPath(home, name))),
  ).map(({ pattern }) => pattern);
  const present = project.envFiles.map(({ path }) => path).filter(isPrivate);
  for (const path of [...files, ...present.filter(isOpen)]) {
    if (!isWithin(path, folder) || isIgnored(path) || isCovered(path, folder, entries, nameRules))
      continue;
    entries.push(entryFor(path, folder));
  }
  return entries;
}

/** What is known of a path before anything is added. */
export interface IgnoreState {
  isIgnored(path: string): boolean;
  isTakenBack(path: string): boolean;
  readonly names: NameRules;
}

function isPrivate(path: string): boolean {
  return !isTemplateFile(path) && !isTestEnvFile(path) && !SHARED.has(nameOf(path));
}

function isCovered(
  path: string,
  folder: string,
  entries: readonly string[],
  names: NameRules,
): boolean {
  const file = joinPath(folder, ".gitignore");
  return isIgnoredBy(path, new Map([[file, entries.join("\n")]]), names);
}

/** Env files are left out wherever they lie; other names only where this one lies. */
function entryFor(path: string, folder: string): string {
  const name = nameOf(path);
  if (/^\.(?:env|dev\.vars)/.test(name) || directoryOf(path) === folder) return escapePattern(name);
  return `/${escapePattern(path.slice(folder === "" ? 0 : folder.length + 1))}`;
}
