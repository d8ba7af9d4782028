import { lastEntry } from "../dotenv/edit.ts";
import { isTestEnvFile } from "../dotenv/files.ts";
import { filesLoadedIn, modesOf } from "../dotenv/loadOrder.ts";
import type { EnvEntry, EnvFile } from "../dotenv/parse.ts";
import type { Framework } from "../frameworks/framework.ts";
import type { Project } from "../project.ts";
import { ownSetups } from "../script/rewrite/secretList.ts";
import type { Sessions } from "../script/script.ts";
import { takenOf } from "./envEdits.ts";
import type { Scheme } from "./scheme.ts";

/** The assignment that gives a project its secret today. */
export interface CurrentSecret {
  readonly file: EnvFile;
  readonly entry: EnvEntry;
}

/**
 * The secret in use: of the variables that the library looks for, the first that has a value, in
 * the file that wins in development; in a file that is asked for before all others, but for
 * numbered variables, which count together.
 */
export function currentSecret(project: Project, preferred?: string): CurrentSecret | undefined {
  const files = filesOf(project);
  const winner = firstIn(files, project);
  const asked = firstIn(
    files.filter(({ path }) => path === preferred),
    project,
  );
  if (asked === undefined || winner === undefined) return winner;
  const isGathered = project.framework.rotation.numbered.includes(asked.entry.key);
  return isGathered && areLoadedTogether(project, asked, winner) ? winner : asked;
}

/** True where a number in one file would stand beside those of the other. */
function areLoadedTogether(project: Project, a: CurrentSecret, b: CurrentSecret): boolean {
  const modes = modesOf(project, a.file.path);
  return modesOf(project, b.file.path).some((mode) => modes.includes(mode));
}

function firstIn(files: readonly EnvFile[], project: Project): CurrentSecret | undefined {
  for (const name of namesOf(project)) {
    for (const file of files) {
      const entry = lastEntry(file.entries, name);
      if (entry !== undefined && entry.value !== "") return { file, entry };
    }
  }
  return undefined;
}

/** What the source hands over, or else what the library looks for by itself. */
function namesOf(project: Project): readonly string[] {
  const { variables, rotation } = project.framework;
  const handed = ownSetups(project).flatMap((setup) => setup.variables ?? []);
  // A list of versions counts whatever else is handed over.
  if (handed.length > 0 && rotation.versions === undefined) return handed;
  // A library that gathers no numbered variables reads them only in want of all others.
  return variables.filter((name) => rotation.numbered.includes(name) || !/_\d$/.test(name));
}

function filesOf(project: Project): readonly EnvFile[] {
  const loaded = filesLoadedIn(project, "development");
  const others = project.envFiles.filter(
    (file) => !file.isTemplate && !isTestEnvFile(file.path) && !loaded.includes(file),
  );
  return [...loaded, ...others];
}

/** Where the project keeps its sessions: of several set-ups, those with an adapter decide. */
export function sessionsOf(project: Project): Sessions {
  const setups = ownSetups(project).map(({ sessions }) => sessions);
  const kinds = new Set(setups.map(({ kind }) => kind));
  // The middleware of a split configuration leaves the adapter out: it is no set-up of its own.
  const isDatabase = kinds.has("database") && !kinds.has("unknown");
  const isToken = kinds.size === 1 && kinds.has("token");
  const ages = setups.flatMap(({ maxAge }) => maxAge ?? []);
  return {
    kind: isDatabase ? "database" : isToken ? "token" : "unknown",
    maxAge: ages.length > 0 ? Math.max(...ages) : undefined,
  };
}

/** The assignment that a new secret goes to where nothing is kept beside it. */
export function renewedEntry(
  { file, entry }: CurrentSecret,
  { variable, rotation: { numbered, versions } }: Framework,
  { kind }: Scheme,
): EnvEntry {
  if (kind === "numbered") return takenOf(file.entries, numbered)[0] ?? entry;
  if (entry.key !== versions) return entry;
  return lastEntry(file.entries, variable) ?? entry;
}
