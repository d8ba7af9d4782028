import { configSecrets } from "./config/configSecrets.ts";
import { secretEntries } from "./dotenv/secretEntries.ts";
import type { Span } from "./edit.ts";
import { effectiveValue } from "./effectiveSecret.ts";
import type { Project } from "./project.ts";
import type { SecretSource } from "./script/script.ts";
import { sourcesOf } from "./script/sources.ts";
import { judge, type Verdict } from "./secret/judge.ts";
import { type SettingFiles, settingFiles } from "./settingFiles.ts";

/** What is known of the secret at a place; never the secret itself. */
export interface Inspection {
  /** What was pointed at: a variable's name, its value, or a literal in source. */
  readonly span: Span;
  /** The variable that holds the secret, or that should. */
  readonly variable: string;
  /** Undefined for a variable that no env file sets. */
  readonly verdict: Verdict | undefined;
  /** The env file that it comes from, for a place in source that reads a variable. */
  readonly from?: string;
  /** Which env files set the variable, by mode; empty for a value that comes from none. */
  readonly setBy: readonly SettingFiles[];
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
    inspectSource(project, file, offset) ??
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
  const at = holds(span, offset) ? span : entry.nameSpan;
  return { span: at, variable: entry.name, verdict, setBy: [], uses };
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
    setBy: settingFiles(project, entry.key),
    uses,
  };
}

/** A literal or a variable in source, or the key of the option that is given it. */
function inspectSource(project: Project, file: string, offset: number): Inspection | undefined {
  const sources = sourcesOf(project).filter(({ option }) => option.kind === "session");
  const found =
    sources.find((source) => source.file === file && holds(source.span, offset)) ??
    sources.find((source) => isAtKey(source, file, offset));
  if (found === undefined) return undefined;
  const inspection =
    found.kind === "literal" ? inspectLiteral(found) : inspectVariable(project, found);
  return (
    inspection && { ...inspection, span: holds(found.span, offset) ? found.span : keySpan(found) }
  );
}

/** Whoever points at the name of the option wants to know of its value: all libraries call it so. */
const KEY_LENGTH = "secret".length;

function keySpan({ option, span }: SecretSource): Span {
  const start = option.propertySpan?.start;
  return start === undefined ? span : { start, end: start + KEY_LENGTH };
}

function isAtKey(source: SecretSource, file: string, offset: number): boolean {
  return source.file === file && holds(keySpan(source), offset);
}

function inspectLiteral({ span, value, usedAt, option }: SecretSource): Inspection | undefined {
  if (value === undefined) return undefined;
  return {
    span,
    variable: option.framework.variable,
    verdict: judge(value),
    setBy: [],
    uses: usedAt ? [usedAt] : [],
  };
}

function inspectVariable(
  project: Project,
  { span, variable }: SecretSource,
): Inspection | undefined {
  if (variable === undefined) return undefined;
  const secret = effectiveValue(project, [variable]);
  const from = secret && { from: secret.file.path };
  const setBy = settingFiles(project, variable);
  return { span, variable, verdict: secret?.verdict, setBy, uses: [], ...from };
}

function holds({ start, end }: Span, offset: number): boolean {
  return start <= offset && offset <= end;
}
