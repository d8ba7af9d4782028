import { oncePerProject } from "../oncePerProject.ts";
import type { Project } from "../project.ts";
import { judge } from "../secret/judge.ts";
import { effectiveEntry, hasValue, type PlacedEntry } from "./effective.ts";
import type { Mode } from "./loadOrder.ts";

/** Two names of one secret that are set to different values, where one program reads both. */
export interface Conflict {
  readonly winner: PlacedEntry;
  readonly loser: PlacedEntry;
}

const MODES: readonly Mode[] = ["development", "production", "test"];

/** Each assignment that another name of the same secret wins over with another value. */
export const conflictsIn = oncePerProject(findConflicts);

function findConflicts(project: Project): readonly Conflict[] {
  const found = new Map<PlacedEntry["entry"], Conflict>();
  for (const mode of MODES) {
    const [winner, ...others] = project.framework.lookup.names
      .map((name) => effectiveEntry(project, mode, name))
      .filter(hasValue);
    if (winner === undefined) continue;
    for (const loser of others.filter((other) => isDifferent(winner, other))) {
      if (!found.has(loser.entry)) found.set(loser.entry, { winner, loser });
    }
  }
  return [...found.values()];
}

/** What a reference stands for is not to be seen, and so may well be the same. */
function isDifferent(one: PlacedEntry, other: PlacedEntry): boolean {
  const isReference = ({ entry }: PlacedEntry) => judge(entry.value).kind === "reference";
  return one.entry.value !== other.entry.value && !isReference(one) && !isReference(other);
}
