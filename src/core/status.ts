import { secretEntries } from "./dotenv/secretEntries.ts";
import { effectiveSecret } from "./effectiveSecret.ts";
import type { Finding, Severity } from "./finding.ts";
import type { Project } from "./project.ts";
import { sourcesOf } from "./script/sources.ts";
import type { VerdictKind } from "./secret/verdict.ts";

/** How a project's auth secret is, in a line. */
export interface SecretStatus {
  readonly variable: string;
  /** `verdict`: of a value in an env file; `hardcoded`: written in source; `unset`: in no file. */
  readonly state:
    | { readonly kind: "verdict"; readonly verdict: VerdictKind; readonly file: string }
    | { readonly kind: "hardcoded"; readonly file: string }
    | { readonly kind: "unset" };
  /** That of the worst finding; undefined where there is none. */
  readonly severity: Severity | undefined;
  readonly problems: number;
}

const WORST_FIRST: readonly Severity[] = ["error", "warning", "information", "hint"];

/** Undefined for a project that has nothing to do with an auth library as far as can be told. */
export function statusOf(project: Project, findings: readonly Finding[]): SecretStatus | undefined {
  const isOurs = project.isDependency || findings.length > 0 || secretEntries(project).length > 0;
  if (!isOurs) return undefined;
  const secret = effectiveSecret(project);
  return {
    variable: secret?.entry.key ?? project.framework.variable,
    state: stateOf(project),
    severity: WORST_FIRST.find((severity) => findings.some((each) => each.severity === severity)),
    problems: findings.length,
  };
}

function stateOf(project: Project): SecretStatus["state"] {
  const literal = hardcodedIn(project);
  if (literal !== undefined) return { kind: "hardcoded", file: literal };
  const secret = effectiveSecret(project);
  if (secret === undefined) return { kind: "unset" };
  return { kind: "verdict", verdict: secret.verdict.kind, file: secret.file.path };
}

/** The file in which the session secret is written out and no variable could take its place. */
function hardcodedIn(project: Project): string | undefined {
  return sourcesOf(project).find(
    ({ kind, isFallback, option }) =>
      kind === "literal" && !isFallback && option.kind === "session",
  )?.file;
}
