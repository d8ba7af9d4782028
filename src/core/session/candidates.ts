import { lastEntry } from "../dotenv/edit.ts";
import { filesLoadedIn, type Mode } from "../dotenv/loadOrder.ts";
import { type EnvEntry, type EnvFile, parseEntries } from "../dotenv/parse.ts";
import { secretEntries } from "../dotenv/secretEntries.ts";
import type { Span } from "../edit.ts";
import { secretVariables } from "../frameworks/index.ts";
import type { Project } from "../project.ts";
import { sourcesOf } from "../script/sources.ts";

/** A value of the workspace that may have made a token. */
export interface Candidate {
  /** The only place outside the files' texts that holds it: never shown, never kept. */
  readonly value: string;
  /** The variable that holds it; undefined for a literal in source and for a library's own. */
  readonly variable: string | undefined;
  /** Undefined for a secret that stands in a library. */
  readonly place: SecretPlace | undefined;
  readonly project: Project;
  readonly use: CandidateUse;
  /** What stands on the line of an env entry behind its separator; of others the value itself. */
  readonly written: string;
}

export interface SecretPlace {
  /** Workspace-relative path with `/`. */
  readonly file: string;
  readonly span: Span;
}

/**
 * Whether the application makes tokens with it today:
 * - `current`: it does, in some mode; `shadowed`: another value goes before it, or nothing loads it;
 * - `otherVariable`: the library does not read the variable; `commentedOut`: nobody reads it;
 * - `literal`: it stands in source; `library`: it stands in the library, for who sets none.
 */
type CandidateUse =
  | "current"
  | "shadowed"
  | "otherVariable"
  | "commentedOut"
  | "literal"
  | "library";

/** Nobody pastes a session of a test run. */
const MODES: readonly Mode[] = ["development", "production"];

/** Every value of the projects that may be a secret: those in use first. */
export function candidatesIn(projects: readonly Project[]): readonly Candidate[] {
  const found = projects.flatMap((project) => [
    ...entriesOf(project),
    ...literalsOf(project),
    ...commentedOutIn(project),
    ...publicSecretOf(project),
  ]);
  return found
    .filter(({ value }) => value !== "")
    .sort((one, other) => Number(other.use === "current") - Number(one.use === "current"));
}

/** Old ones under new names and client secrets put in the wrong place are tried as well. */
const SECRET_NAME = /SECRET|AUTH_KEY|JWT/i;

function entriesOf(project: Project): readonly Candidate[] {
  const known = new Map<EnvEntry, string>();
  const listed = secretEntries(project).map(({ file, entry, span }) => {
    const isWhole = span.start === entry.valueSpan.start && span.end === entry.valueSpan.end;
    const value = isWhole ? entry.value : file.text.slice(span.start, span.end);
    // Of a list only the first signs, and is the only one that Better Auth 1.7 checks a cookie with.
    const isFirst = !known.has(entry);
    const written = known.get(entry) ?? restOfLine(file.text, entry);
    known.set(entry, written);
    return { file, entry, span, value, isFirst, written };
  });
  const others = project.envFiles.flatMap((file) =>
    file.entries
      .filter((entry) => SECRET_NAME.test(entry.key) && !known.has(entry))
      .map((entry) => ({
        file,
        entry,
        span: entry.valueSpan,
        value: entry.value,
        isFirst: true,
        written: restOfLine(file.text, entry),
      })),
  );
  const handed = handedVariables(project);
  return [...listed, ...others].map(({ file, entry, span, value, isFirst, written }) => ({
    value,
    variable: entry.key,
    place: { file: file.path, span },
    project,
    use: isFirst ? useOf(file, entry, project, handed) : "shadowed",
    written,
  }));
}

/** All that stands behind the separator: what a loader takes that knows no quotes or comments. */
function restOfLine(text: string, { literalSpan }: EnvEntry): string {
  return /.*/.exec(text.slice(literalSpan.start))?.[0] ?? "";
}

function useOf(
  file: EnvFile,
  entry: EnvEntry,
  project: Project,
  handed: ReadonlySet<string>,
): CandidateUse {
  const { variables, session } = project.framework;
  // The root's env files are often those of packages below, with libraries of their own.
  const isAssumed = !project.isDependency;
  const isRead = isAssumed ? secretVariables.has(entry.key) : variables.includes(entry.key);
  if (!isRead && !handed.has(entry.key)) return "otherVariable";
  const isCurrent = MODES.some((mode) => {
    const loaded = filesLoadedIn(project, mode);
    const winner = loaded.find(({ entries }) => lastEntry(entries, entry.key));
    if (winner !== file || lastEntry(file.entries, entry.key) !== entry) return false;
    if (handed.size > 0) return handed.has(entry.key);
    const isSet = (name: string) => loaded.some(({ entries }) => lastEntry(entries, name)?.value);
    return isAssumed || session.triesEveryVariable || variables.find(isSet) === entry.key;
  });
  return isCurrent ? "current" : "shadowed";
}

/** The variables that source hands to the library as its session secret. */
function handedVariables(project: Project): ReadonlySet<string> {
  const variables = sourcesOf(project).flatMap(({ variable, option }) =>
    variable !== undefined && option.kind === "session" ? variable : [],
  );
  return new Set(variables);
}

function literalsOf(project: Project): readonly Candidate[] {
  return sourcesOf(project).flatMap(({ kind, value, file, span, option }) =>
    kind === "literal" && value !== undefined && option.kind === "session"
      ? {
          value,
          variable: undefined,
          place: { file, span },
          project,
          use: "literal" as const,
          written: value,
        }
      : [],
  );
}

/** `# AUTH_SECRET=…`: where people put the value that they have just replaced. */
const COMMENTED_OUT = /^[ \t]*#+[ \t]*(?=(?:export\s+)?\w+\s*=)/gim;

function commentedOutIn(project: Project): readonly Candidate[] {
  return project.envFiles.flatMap((file) =>
    [...file.text.matchAll(COMMENTED_OUT)].flatMap((match) => {
      const start = match.index + match[0].length;
      const line = /.*/.exec(file.text.slice(start))?.[0] ?? "";
      const [entry] = parseEntries(line);
      return entry === undefined || !/SECRET/i.test(entry.key)
        ? []
        : {
            value: entry.value,
            variable: entry.key,
            place: { file: file.path, span: { start, end: start + line.length } },
            project,
            use: "commentedOut" as const,
            written: entry.value,
          };
    }),
  );
}

function publicSecretOf(project: Project): readonly Candidate[] {
  const { publicSecret } = project.framework.session;
  if (publicSecret === undefined) return [];
  const use = "library" as const;
  const place = undefined;
  return [{ value: publicSecret, variable: undefined, place, project, use, written: publicSecret }];
}
