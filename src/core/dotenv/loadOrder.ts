import { MODES, type Mode } from "../loaders/index.ts";
import { joinPath, nameOf } from "../paths.ts";
import type { Project } from "../project.ts";
import { isTemplateFile } from "./files.ts";
import type { EnvFile } from "./parse.ts";

export type { Mode };

/**
 * The project's env files that its loader reads by itself in a mode, the winner first. A file that
 * nothing loads is not among them. `directory` is the folder that the app runs in: the package's.
 */
export function filesLoadedIn(
  { loader, envFiles, directory: own }: Project,
  mode: Mode,
  directory = own,
): readonly EnvFile[] {
  const loaded = loader.files[mode]
    .map((name) => joinPath(directory, name))
    .flatMap((path) => envFiles.find((file) => file.path === path) ?? []);
  const { soleFile } = loader;
  const sole = loaded.find(({ path }) => soleFile && path === joinPath(directory, soleFile));
  return sole ? [sole] : loaded;
}

/** The modes in which a file of the project is loaded, there or not; none if nothing loads it. */
export function modesOf({ loader, directory }: Project, path: string): readonly Mode[] {
  return MODES.filter((mode) =>
    loader.files[mode].some((name) => joinPath(directory, name) === path),
  );
}

/**
 * Where a secret of one's own machine belongs: a file that the loader reads and, where there is
 * one, that git ignores by every template.
 */
export function localEnvFile(project: Project): string {
  const { loader, directory, envFiles } = project;
  const usual = joinPath(directory, loader.localFile);
  const isThere = (path: string) => envFiles.some((file) => file.path === path);
  if (isThere(usual)) return usual;
  // A first file that is read alone would take all values away that are there.
  const [winner] = filesLoadedIn(project, "development");
  if (loader.soleFile === loader.localFile && winner) return winner.path;
  // That it is there without the usual one tells that the app is told of it.
  const other = joinPath(directory, ".env.local");
  return isThere(other) && !winner ? other : usual;
}

/**
 * A file of one's own machine that wins over another one in development; the other one itself where
 * there is none.
 */
export function localFileOver(project: Project, path: string): string {
  const order = project.loader.files.development.map((name) => joinPath(project.directory, name));
  const above = order.slice(0, Math.max(0, order.indexOf(path)));
  const local = localEnvFile(project);
  if (above.includes(local)) return local;
  return above.filter((name) => name.endsWith(".local")).at(-1) ?? path;
}

/** Where a person may want a secret written, best first: the local file, then what exists. */
export function writableEnvFiles(project: Project): readonly string[] {
  const local = localEnvFile(project);
  const others = project.envFiles
    .map(({ path }) => path)
    .filter((path) => path !== local && !isTemplateFile(path));
  return [local, ...others.sort((a, b) => rank(project, a) - rank(project, b) || compare(a, b))];
}

/** Files that are loaded come first, then others of the folder, then those below it. */
function rank({ loader, directory }: Project, path: string): number {
  const { development } = loader.files;
  const loaded = development.findIndex((name) => joinPath(directory, name) === path);
  if (loaded >= 0) return loaded;
  const isOwn = path === joinPath(directory, nameOf(path));
  return isOwn ? development.length : development.length + 1;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}
