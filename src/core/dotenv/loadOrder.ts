import { directoryOf, joinPath, nameOf } from "../paths.ts";
import type { Project } from "../project.ts";
import type { EnvFile } from "./parse.ts";

/** What a framework is run for: it decides which env files are read. */
export type Mode = "development" | "production" | "test";

/**
 * The names that a framework looks for in the package's folder, the one that wins first: Next's
 * order (16.4.6). Workers read `.dev.vars` alone.
 */
const NAMES: Readonly<Record<Mode, readonly string[]>> = {
  development: [".env.development.local", ".env.local", ".env.development", ".env", ".dev.vars"],
  production: [".env.production.local", ".env.local", ".env.production", ".env"],
  test: [".env.test.local", ".env.test", ".env"],
};

/**
 * The project's env files that are loaded by themselves in a mode, the winner first. A file in a
 * subfolder or one that nothing loads is not among them.
 */
export function filesLoadedIn(project: Project, mode: Mode): readonly EnvFile[] {
  const { directory, envFiles } = project;
  return NAMES[mode]
    .map((name) => joinPath(directory, name))
    .flatMap((path) => envFiles.find((file) => file.path === path) ?? []);
}

/** The modes in which a file of the project is loaded; none for one that nothing loads. */
export function modesOf(project: Project, path: string): readonly Mode[] {
  const modes: readonly Mode[] = ["development", "production", "test"];
  if (directoryOf(path) !== project.directory) return [];
  return modes.filter((mode) => NAMES[mode].includes(nameOf(path)));
}
