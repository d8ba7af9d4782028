import { lastEntry } from "./dotenv/edit.ts";
import { filesLoadedIn, type Mode, modesOf } from "./dotenv/loadOrder.ts";
import { readerOf } from "./dotenv/mangling.ts";
import type { EnvEntry, EnvFile } from "./dotenv/parse.ts";
import type { Span } from "./edit.ts";
import type { Framework } from "./frameworks/framework.ts";
import { directoryOf, nameOf } from "./paths.ts";
import type { Project } from "./project.ts";
import { sourcesOf } from "./script/sources.ts";
import { judge, type Verdict } from "./secret/judge.ts";

/**
 * Whether the library signs with a value:
 * - `used`: it does, unless source or the environment gives it another one;
 * - `hiddenByFile`: a file that wins sets the same variable;
 * - `hiddenByVariable`: the library finds another variable first;
 * - `skipped`: it is empty, and the library looks further;
 * - `older`: it signs nothing, but sessions that it has signed are still read;
 * - `unread`: the file is loaded, but this entry is not read;
 * - `notLoaded`: the file is not loaded in this mode.
 */
export type OriginStatus =
  | "used"
  | "hiddenByFile"
  | "hiddenByVariable"
  | "skipped"
  | "older"
  | "unread"
  | "notLoaded";

/** One place in an env file that may give the library its secret; never the secret itself. */
export interface SecretOrigin {
  /** Workspace-relative path with `/`. */
  readonly file: string;
  readonly variable: string;
  /** The variable's name in the file. */
  readonly span: Span;
  readonly status: OriginStatus;
  /** Of the value as the loader gives it, or as it is written where the loader gives none. */
  readonly verdict: Verdict;
}

/**
 * Where the secret of a project comes from in a mode, as far as its env files tell: the one that is
 * used first, if any is, then the others in the order in which they would take its place. The
 * shell's and the host's own variables win over all of them and are not to be seen here.
 */
export function origins(project: Project, mode: Mode): readonly SecretOrigin[] {
  const candidates = candidatesIn(project, mode);
  const used = chosen(
    project.framework,
    candidates.filter(({ isWinner }) => isWinner),
  );
  const placed = candidates.map((candidate, index) => ({
    file: candidate.file.path,
    variable: candidate.entry.key,
    span: candidate.entry.keySpan,
    status: statusOf(candidate, used, used !== undefined && index < candidates.indexOf(used)),
    verdict: candidate.verdict,
  }));
  const isUsed = ({ status }: SecretOrigin) => status === "used";
  return [...placed.filter(isUsed), ...placed.filter((origin) => !isUsed(origin))];
}

interface Candidate {
  readonly file: EnvFile;
  readonly entry: EnvEntry;
  readonly verdict: Verdict;
  readonly isLoaded: boolean;
  readonly isRead: boolean;
  /** True where no file that wins sets the variable. */
  readonly isWinner: boolean;
}

/** By variable in the library's order, then by file in the loader's. */
function candidatesIn(project: Project, mode: Mode): readonly Candidate[] {
  const loaded = filesLoadedIn(project, mode);
  const others = project.envFiles.filter(
    (file) => !loaded.includes(file) && isExpected(project, file),
  );
  return variablesOf(project).flatMap((variable) => {
    let isTaken = false;
    return [...loaded, ...others].flatMap((file): readonly Candidate[] => {
      const entry = lastEntry(file.entries, variable);
      if (entry === undefined) return [];
      const isLoaded = loaded.includes(file);
      const value = loadedValue(project, file, entry);
      const isRead = value !== undefined;
      const isWinner = isLoaded && isRead && !isTaken;
      isTaken ||= isWinner;
      return [{ file, entry, verdict: verdictOf(entry, value), isLoaded, isRead, isWinner }];
    });
  });
}

/** The variable that source hands to the library, if it is a single one, before all others. */
function variablesOf(project: Project): readonly string[] {
  const told = sourcesOf(project).flatMap(({ kind, option, isWhole, isPublic, variable }) =>
    kind === "environment" && option.kind === "session" && isWhole && !isPublic
      ? (variable ?? [])
      : [],
  );
  const { variables } = project.framework;
  return new Set(told).size === 1 ? [...new Set([...told, ...variables])] : variables;
}

/** A file of the package's folder that is for no other mode, and yet is not loaded. */
function isExpected(project: Project, { path, isTemplate }: EnvFile): boolean {
  if (isTemplate || directoryOf(path) !== project.directory) return false;
  return (
    modesOf(project, path).length > 1 || /^\.env(?:\.local)?$|^\.dev\.vars$/.test(nameOf(path))
  );
}

function loadedValue(project: Project, file: EnvFile, entry: EnvEntry): string | undefined {
  const reader = readerOf(project, file);
  return reader ? reader.read(file.text).get(entry.key) : entry.value;
}

/** What a reference stands for is not known here, even where the loader finds nothing for it. */
function verdictOf(entry: EnvEntry, value = entry.value): Verdict {
  const written = judge(entry.value);
  return written.kind === "reference" ? written : judge(value);
}

/** The library's choice among the variables that are set, in its order. */
function chosen(framework: Framework, winners: readonly Candidate[]): Candidate | undefined {
  const isSet = ({ verdict }: Candidate) => verdict.kind !== "empty";
  if (!framework.lookup.isEmptyTaken) return winners.find(isSet) ?? winners[0];
  const [first] = winners;
  if (first === undefined || isSet(first)) return first;
  return winners.find((candidate) => isNumbered(candidate) && isSet(candidate)) ?? first;
}

function isNumbered({ entry }: Candidate): boolean {
  return NUMBER.test(entry.key);
}

/** `@auth/core` 0.41 `setEnvDefaults`: one secret in several generations, all of which are read. */
const NUMBER = /_\d$/;

function isOlder({ entry, verdict }: Candidate, used: Candidate): boolean {
  const family = used.entry.key.replace(NUMBER, "");
  return isNumbered(used) && verdict.kind !== "empty" && entry.key.replace(NUMBER, "") === family;
}

function statusOf(
  candidate: Candidate,
  used: Candidate | undefined,
  isBeforeUsed: boolean,
): OriginStatus {
  if (candidate === used) return "used";
  if (!candidate.isLoaded) return "notLoaded";
  if (!candidate.isRead) return "unread";
  if (!candidate.isWinner) return "hiddenByFile";
  if (isBeforeUsed) return "skipped";
  return used && isOlder(candidate, used) ? "older" : "hiddenByVariable";
}
