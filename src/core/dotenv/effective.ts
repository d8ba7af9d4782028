import type { Project } from "../project.ts";
import { lastEntry } from "./edit.ts";
import { filesLoadedIn, type Mode, modesOf } from "./loadOrder.ts";
import type { EnvEntry, EnvFile } from "./parse.ts";

/** An assignment and the file that it stands in. */
export interface PlacedEntry {
  readonly file: EnvFile;
  readonly entry: EnvEntry;
}

/** The assignment of a name that counts in a mode: the last one of the file that wins. */
export function effectiveEntry(
  project: Project,
  mode: Mode,
  name: string,
): PlacedEntry | undefined {
  return assignmentsOf(project, mode, name)[0];
}

/** What each file that is loaded in a mode sets a name to, the file that wins first. */
export function assignmentsOf(project: Project, mode: Mode, name: string): readonly PlacedEntry[] {
  return filesLoadedIn(project, mode).flatMap((file) => {
    const entry = lastEntry(file.entries, name);
    return entry === undefined ? [] : [{ file, entry }];
  });
}

/** True where the files that are loaded together with this one give a name a value, in any mode. */
export function isSetBeside(project: Project, path: string, name: string): boolean {
  return modesOf(project, path).some((mode) => hasValue(effectiveEntry(project, mode, name)));
}

export function hasValue(placed: PlacedEntry | undefined): placed is PlacedEntry {
  return placed !== undefined && placed.entry.value !== "";
}
