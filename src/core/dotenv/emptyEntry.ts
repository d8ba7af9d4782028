import type { Project } from "../project.ts";
import { judge } from "../secret/judge.ts";
import { assignmentsOf, effectiveEntry, hasValue, type PlacedEntry } from "./effective.ts";
import { type Mode, modesOf } from "./loadOrder.ts";

/** Where something is guarded: a test's secret may well be nothing. */
function liveModes(project: Project, path: string): readonly Mode[] {
  return modesOf(project, path).filter((mode) => mode !== "test");
}

/**
 * True where an empty assignment keeps no program from its secret: another file's value wins, or the
 * library looks at another name first, or goes on to one. A file that development reads is judged by
 * that, and in production only by what it hides there.
 */
export function isHarmless(empty: PlacedEntry, project: Project): boolean {
  const [usual] = liveModes(project, empty.file.path);
  return (
    usual !== undefined &&
    isHarmlessIn(usual, empty, project) &&
    shadowOf(empty, project) === undefined
  );
}

function isHarmlessIn(mode: Mode, { file, entry }: PlacedEntry, project: Project): boolean {
  const set = assignmentsOf(project, mode, entry.key);
  const at = set.findIndex((one) => one.file === file);
  if (set.slice(0, Math.max(0, at)).some(hasValue)) return true;
  return project.isDependency && isPassedOver(mode, entry.key, project);
}

function isPassedOver(mode: Mode, key: string, project: Project): boolean {
  const { lookup, variables } = project.framework;
  const isFilled = (name: string) => name !== key && hasValue(effectiveEntry(project, mode, name));
  if (!lookup.isEmptyTaken) return variables.includes(key) && variables.some(isFilled);
  const at = lookup.names.indexOf(key);
  if (at < 0) return false;
  return lookup.names.slice(0, at).some(isFilled) || lookup.lastResort.some(isFilled);
}

/** The good value that an empty assignment hides: under its own name, or under the library's next. */
export function shadowOf(empty: PlacedEntry, project: Project): PlacedEntry | undefined {
  return liveModes(project, empty.file.path)
    .map((mode) => hiddenIn(mode, empty, project))
    .find((hidden) => hidden !== undefined);
}

function hiddenIn(mode: Mode, empty: PlacedEntry, project: Project): PlacedEntry | undefined {
  const { key } = empty.entry;
  const [winner, ...below] = assignmentsOf(project, mode, key);
  if (winner?.entry !== empty.entry) return undefined;
  const own = below.filter(hasValue)[0];
  if (own !== undefined) return isGood(own) ? own : undefined;
  const { names, isEmptyTaken } = project.framework.lookup;
  if (!project.isDependency || !isEmptyTaken || !names.includes(key)) return undefined;
  return names
    .slice(names.indexOf(key) + 1)
    .map((name) => effectiveEntry(project, mode, name))
    .find((other) => hasValue(other) && isGood(other));
}

/** Nothing that asks to be replaced: what a person has put there to be used. */
function isGood({ entry }: PlacedEntry): boolean {
  const { kind } = judge(entry.value);
  return kind !== "empty" && kind !== "placeholder" && kind !== "command";
}
