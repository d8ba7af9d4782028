import type { Span } from "../edit.ts";
import { secretVariables } from "../frameworks/index.ts";
import { message } from "../message.ts";
import { oncePerProject } from "../oncePerProject.ts";
import type { Project } from "../project.ts";
import { isDummy } from "../secret/dummy.ts";
import { judge, type Verdict } from "../secret/judge.ts";
import { isDevelopmentEnvFile, isShellEnvFile, isTestEnvFile } from "./files.ts";
import type { EnvEntry, EnvFile } from "./parse.ts";
import { LIST_VARIABLE } from "./secretList.ts";

/** A secret that an env file assigns: an entry's whole value, or one of several that it lists. */
export interface SecretEntry {
  readonly file: EnvFile;
  readonly entry: EnvEntry;
  /** The secret alone, without quotes; empty where there is none. */
  readonly span: Span;
  readonly verdict: Verdict;
}

const REFERENCE: Verdict = {
  kind: "reference",
  bits: 0,
  encoding: "text",
  bytes: 0,
  reasons: [message("the place of a secret")],
};

/** Every secret in the project's env files, templates included, in the order of the files. */
export const secretEntries = oncePerProject(
  ({ envFiles, extraVariables }): readonly SecretEntry[] =>
    envFiles.flatMap((file) => secretsIn(file, extraVariables)),
);

/** The secrets that guard something: neither a template's nor a test's. */
export function liveSecrets(project: Project): readonly SecretEntry[] {
  return secretEntries(project).filter(({ file }) => !file.isTemplate && !isTestEnvFile(file.path));
}

/** True for `dev-secret` in a file that developers share: many a project commits one on purpose. */
export function isDevelopersDummy({ file, entry }: SecretEntry): boolean {
  return isDevelopmentEnvFile(file.path) && isDummy(entry.value);
}

interface Judged {
  readonly extraVariables: readonly string[];
  readonly secrets: readonly SecretEntry[];
}

const judged = new WeakMap<EnvFile, Judged>();

/** The secrets of one file, each judged once for as long as the file is read as it is. */
export function secretsIn(
  file: EnvFile,
  extraVariables: readonly string[],
): readonly SecretEntry[] {
  const before = judged.get(file);
  if (before?.extraVariables === extraVariables) return before.secrets;
  const secrets = readFile(file, extraVariables);
  judged.set(file, { extraVariables, secrets });
  return secrets;
}

function readFile(file: EnvFile, extraVariables: readonly string[]): readonly SecretEntry[] {
  return file.entries
    .filter(({ key }) => secretVariables.has(key) || extraVariables.includes(key))
    .flatMap((entry) =>
      secretsOf(file.text, entry).map(({ value, span }) => ({
        file,
        entry,
        span,
        verdict: isRunByShell(file.path, entry) ? REFERENCE : judge(value),
      })),
    );
}

/** The secret is what the command prints, and so nothing that the file could tell. */
function isRunByShell(path: string, { quote, value }: EnvEntry): boolean {
  if (!isShellEnvFile(path) || quote === "'") return false;
  return quote === "`" || /\$\(|`/.test(value);
}

interface PlacedValue {
  readonly value: string;
  readonly span: Span;
}

function secretsOf(text: string, entry: EnvEntry): readonly PlacedValue[] {
  const { key, value, valueSpan } = entry;
  const isVerbatim = text.slice(valueSpan.start, valueSpan.end) === value;
  if (key !== LIST_VARIABLE || value === "" || !isVerbatim) return [{ value, span: valueSpan }];
  let start = valueSpan.start;
  const items = value.split(",").map((item) => {
    const placed = valueOfItem(item, start);
    start += item.length + 1;
    return placed;
  });
  // An item without a secret is a fault of the list.
  return items.filter((item) => item.value !== "");
}

/** What stands behind the version, without the blanks around it. */
function valueOfItem(item: string, offset: number): PlacedValue {
  const raw = item.slice(item.indexOf(":") + 1);
  const value = raw.trim();
  const start = offset + item.length - raw.trimStart().length;
  return { value, span: { start, end: start + value.length } };
}
