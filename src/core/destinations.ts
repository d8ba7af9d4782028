import { lastEntry } from "./dotenv/edit.ts";
import { isTemplateFile, isTestEnvFile } from "./dotenv/files.ts";
import { writableEnvFiles } from "./dotenv/loadOrder.ts";
import { type EnvEntry, parseEntries } from "./dotenv/parse.ts";
import { directoryOf, joinPath, nameOf } from "./paths.ts";
import type { Project } from "./project.ts";
import { judge } from "./secret/judge.ts";
import { packageOf, type WorkspaceFiles } from "./workspace.ts";

/**
 * What writing a secret does to an env file:
 * - `create`: the file is not there yet; `add`: it has no such variable;
 * - `fill`: the variable is empty, or a placeholder that guards nothing;
 * - `replace`: a value is lost, and with it every session that it signed.
 */
export type WriteEffect = "create" | "add" | "fill" | "replace";

/** An env file that a fresh secret can be written to. */
export interface Destination {
  /** Workspace-relative path with `/`. */
  readonly path: string;
  readonly effect: WriteEffect;
}

/**
 * Where a project's secret can be written, the best first; a file asked for goes before all, also
 * one of another package. `textOf` gives what stands in a file, undefined where there is none.
 */
export function destinationsOf(
  project: Project,
  textOf: (path: string) => string | undefined,
  preferred?: string,
): readonly Destination[] {
  const paths = writableEnvFiles(project);
  const isAskedFor = preferred !== undefined && !isTemplateFile(preferred);
  const ordered = isAskedFor ? [preferred, ...paths.filter((path) => path !== preferred)] : paths;
  const { variable } = project.framework;
  return ordered.map((path) => ({ path, effect: writeEffect(textOf(path), variable) }));
}

/** Files that every framework with modes loads, of which each environment should have its own. */
const USUAL = [".env.local", ".env.development.local", ".env.production.local"];

/**
 * The env files that environments keep a secret in: what exists in the project's own folder, and
 * what is usual. `isSuggested` where nothing is lost and the file is one environment's own.
 */
export function environmentsOf(
  project: Project,
  textOf: (path: string) => string | undefined,
): readonly (Destination & { readonly isSuggested: boolean })[] {
  const { directory } = project;
  const existing = project.envFiles
    .filter(({ path, isTemplate }) => !isTemplate && directoryOf(path) === directory)
    .map(({ path }) => path);
  const usual = USUAL.map((name) => joinPath(directory, name));
  return [...new Set([...usual, ...existing])].map((path) => {
    const effect = writeEffect(textOf(path), project.framework.variable);
    const isOwn = !/^\.env$/.test(nameOf(path)) && !isTestEnvFile(path);
    const isWritten = effect === "add" || (effect === "create" && path === usual[0]);
    return { path, effect, isSuggested: effect === "fill" || (isOwn && isWritten) };
  });
}

/** What writing a variable does to a file with this text, undefined for a file that is not there. */
export function writeEffect(text: string | undefined, variable: string): WriteEffect {
  if (text === undefined) return "create";
  const entry = lastEntry(parseEntries(text), variable);
  return entry ? effectOnEntry(entry) : "add";
}

function effectOnEntry({ value }: EnvEntry): WriteEffect {
  const { kind } = judge(value);
  return kind === "empty" || kind === "placeholder" ? "fill" : "replace";
}

/** True for the text of a package.json that depends on an auth library. */
function dependsOnAuth(manifest: string): boolean {
  return /"(?:next-auth|better-auth|@auth\/[\w-]+)"\s*:/.test(manifest);
}

/**
 * The packages that a secret may be meant for: the one that owns the active file if it depends on
 * an auth library, or else all that do; where none does, the active file's own, or the root.
 */
export function packagesForSecret(files: WorkspaceFiles, active?: string): readonly string[] {
  const own = active === undefined ? undefined : packageOf(active, files);
  const candidates = [...files]
    .filter(([path, text]) => nameOf(path) === "package.json" && dependsOnAuth(text))
    .map(([path]) => directoryOf(path))
    .sort();
  if (own !== undefined && candidates.includes(own)) return [own];
  return candidates.length > 0 ? candidates : [own ?? ""];
}
