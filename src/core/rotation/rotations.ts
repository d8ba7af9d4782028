import { secretEntries } from "../dotenv/secretEntries.ts";
import type { FileEdit } from "../edit.ts";
import type { FixTools } from "../finding.ts";
import { type Message, message } from "../message.ts";
import type { Project } from "../project.ts";
import { ownSources } from "../script/rewrite/secretList.ts";
import { judge, type VerdictKind } from "../secret/judge.ts";
import { type CurrentSecret, currentSecret, renewedEntry, sessionsOf } from "./current.ts";
import { dateAfter } from "./dates.ts";
import { type Circumstances, explain, sessionsText, whoIsLoggedOut } from "./explain.ts";
import { rotationEdits } from "./rotationEdits.ts";
import { schemeOf } from "./scheme.ts";

/**
 * What to do with the old secret: `graceful` keeps it beside the new one for a while, `plain` does
 * not, and `leaked` is for one that somebody else may have.
 */
export type RotationMode = "graceful" | "plain" | "leaked";

/** One way to rotate a project's secret, with all that there is to know before. */
export interface Rotation {
  readonly mode: RotationMode;
  readonly isRecommended: boolean;
  readonly label: Message;
  /** Who has to sign in again. */
  readonly who: Message;
  /** Sentences: what is written, what is not saved, what is left to do. */
  readonly explanation: readonly Message[];
  /** What is owed where the app is deployed. */
  readonly host: Message;
  /** Source to write by hand; undefined where the edits are all. Holds no secret. */
  readonly snippet: string | undefined;
  /** Made late, so that looking at it mints nothing. None where no edit is certain to be right. */
  edits(tools: FixTools): readonly FileEdit[];
}

/** The ways to rotate a project's secret, the best first. */
export interface Rotations {
  readonly variable: string;
  /** The env file that holds it, workspace-relative with `/`. */
  readonly file: string;
  /** What the library's sessions depend on. */
  readonly sessions: Message;
  readonly choices: readonly Rotation[];
}

/** Values that everybody can have: there is nothing to keep of them. */
const WORTHLESS: readonly VerdictKind[] = ["published", "placeholder", "command"];

/**
 * How the secret of a project can be rotated, in the env file that is asked for where that one has
 * it; undefined where no env file holds the value itself, or where the source has one of its own.
 */
export function rotationsOf(project: Project, preferred?: string): Rotations | undefined {
  const current = currentSecret(project, preferred);
  if (current === undefined || isHardcoded(project)) return undefined;
  const verdict = kindOf(project, current);
  if (verdict === "reference") return undefined;
  const facts = circumstancesOf(project, current);
  const isUseful = facts.scheme.kind !== "none" && facts.sessions !== "database";
  const isGraceful = isUseful && !WORTHLESS.includes(verdict);
  const modes: readonly RotationMode[] = isGraceful
    ? ["graceful", "plain", "leaked"]
    : ["plain", "leaked"];
  const isGuessable = WORTHLESS.includes(verdict) || verdict === "passphrase";
  const isSoft = isGraceful && facts.scheme.kind !== "retry";
  const best = isGuessable ? "leaked" : isSoft ? "graceful" : "plain";
  const choices = modes.map((mode) => rotation(project, current, facts, mode, best));
  return {
    variable: current.entry.key,
    file: current.file.path,
    sessions: sessionsText(facts),
    choices: choices.sort((a, b) => Number(b.isRecommended) - Number(a.isRecommended)),
  };
}

function isHardcoded(project: Project): boolean {
  return ownSources(project).some(({ kind, isFallback }) => kind === "literal" && !isFallback);
}

/** As the rules judge it: in a file that a shell runs, a command is the place of a secret. */
function kindOf(project: Project, { entry }: CurrentSecret): VerdictKind {
  const known = secretEntries(project).find((secret) => secret.entry === entry);
  return (known?.verdict ?? judge(entry.value)).kind;
}

function circumstancesOf(project: Project, current: CurrentSecret): Circumstances {
  const { file, entry } = current;
  const { sessions: options } = project.framework.rotation;
  const { kind, maxAge } = sessionsOf(project);
  const scheme = schemeOf(project, entry.key);
  const seconds = maxAge ?? options?.defaultMaxAge ?? 0;
  return {
    framework: project.framework,
    variable: entry.key,
    file: file.path,
    renewed: renewedEntry(current, project.framework, scheme).key,
    scheme,
    sessions: options === undefined ? "signed" : kind,
    date: dateAfter(project.today, seconds),
  };
}

function rotation(
  project: Project,
  current: CurrentSecret,
  facts: Circumstances,
  mode: RotationMode,
  best: RotationMode,
): Rotation {
  return {
    mode,
    isRecommended: mode === best,
    label: labelOf(mode, facts),
    who: whoIsLoggedOut(mode, facts),
    ...explain(mode, facts),
    snippet: mode === "graceful" ? facts.scheme.snippet : undefined,
    edits: (tools) => rotationEdits(project, current, facts, mode, tools),
  };
}

function labelOf(mode: RotationMode, { scheme, date }: Circumstances): Message {
  if (mode === "plain") return message("Replace it, and keep nothing of the old secret");
  if (mode === "leaked") return message("It leaked: replace it wherever it is");
  if (scheme.kind === "versions") {
    return message("Keep the old secret for data that it encrypted");
  }
  return scheme.snippet === undefined
    ? message("Keep the old secret until {0}", date)
    : message("Keep the old secret until {0}, with code to add by hand", date);
}
