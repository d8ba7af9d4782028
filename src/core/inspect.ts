import { configSecrets } from "./config/configSecrets.ts";
import { secretEntries } from "./dotenv/secretEntries.ts";
import type { Span } from "./edit.ts";
import type { Project } from "./project.ts";
import { sourcesOf } from "./script/sources.ts";
import { judge, type Verdict } from "./secret/judge.ts";

/** What is known of the secret at a place; never the secret itself. */
export interface Inspection {
  /** What was pointed at: a variable's name, its value, or a literal in source. */
  readonly span: Span;
  /** The variable that holds the secret, or that should. */
  readonly variable: string;
  readonly verdict: Verdict;
  /** Where source reads the variable, or hands the literal to the library. */
  readonly uses: readonly Use[];
}

interface Use {
  /** Workspace-relative path with `/`. */
  readonly file: string;
  readonly span: Span;
}

/** The secret at an offset of a file, or undefined where there is none. */
export function inspect(project: Project, file: string, offset: number): Inspection | undefined {
  return (
    inspectEntry(project, file, offset) ??
    inspectLiteral(project, file, offset) ??
    inspectConfig(project, file, offset)
  );
}

function inspectConfig(project: Project, file: string, offset: number): Inspection | undefined {
  const found = configSecrets(project).find(
    ({ file: { path }, entry, span }) =>
      path === file && (holds(entry.nameSpan, offset) || holds(span, offset)),
  );
  if (!found) return undefined;
  const { entry, span, verdict } = found;
  const uses = sourcesOf(project).filter(({ variable }) => variable === entry.name);
  return { span: holds(span, offset) ? span : entry.nameSpan, variable: entry.name, verdict, uses };
}

function inspectEntry(project: Project, file: string, offset: number): Inspection | undefined {
  const found = secretEntries(project).find(
    (secret) =>
      secret.file.path === file &&
      (holds(secret.entry.keySpan, offset) || holds(secret.span, offset)),
  );
  if (!found) return undefined;
  const { entry, span, verdict } = found;
  const uses = sourcesOf(project).filter(({ variable }) => variable === entry.key);
  return {
    span: holds(span, offset) ? span : entry.keySpan,
    variable: entry.key,
    verdict,
    uses,
  };
}

function inspectLiteral(project: Project, file: string, offset: number): Inspection | undefined {
  const found = sourcesOf(project).find(
    (source) => source.kind === "literal" && source.file === file && holds(source.span, offset),
  );
  if (found?.value === undefined || found.option.kind !== "session") return undefined;
  const { span, value, usedAt, option } = found;
  return {
    span,
    variable: option.framework.variable,
    verdict: judge(value),
    uses: usedAt ? [usedAt] : [],
  };
}

function holds({ start, end }: Span, offset: number): boolean {
  return start <= offset && offset <= end;
}
