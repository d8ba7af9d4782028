import { lastEntry } from "../dotenv/edit.ts";
import { environmentOf } from "../dotenv/environments.ts";
import type { EnvEntry, EnvFile } from "../dotenv/parse.ts";
import { replaceSecret } from "../dotenv/replaceSecret.ts";
import { liveSecrets, type SecretEntry, secretEntries } from "../dotenv/secretEntries.ts";
import type { Problem } from "../finding.ts";
import { secretVariables } from "../frameworks/index.ts";
import { type Message, message } from "../message.ts";
import { directoryOf } from "../paths.ts";
import type { Project } from "../project.ts";
import type { Rule } from "./rule.ts";

export const reusedSecret: Rule = {
  id: "reused-secret",
  title: "The same secret in two environments, in two packages or in a template",
  defaultSeverity: "warning",
  check(project): readonly Problem[] {
    const real = liveSecrets(project).filter(isReal);
    return real.flatMap((secret) => {
      const other =
        inTemplate(secret, project) ??
        inEnvironment(secret, real, project) ??
        inPackage(secret, project);
      return other === undefined ? [] : [problemOf(secret, other)];
    });
  },
  fixes: (problem, project) => replaceSecret(problem, project, "manual"),
};

/** The other place of the same value, and what to say of it. */
interface Twin {
  readonly file: EnvFile;
  readonly entry: EnvEntry;
  readonly text: Message;
  readonly severity?: "information";
}

function problemOf({ file, span }: SecretEntry, twin: Twin): Problem {
  return {
    file: file.path,
    span,
    message: twin.text,
    related: [
      {
        file: twin.file.path,
        span: twin.entry.keySpan,
        message: message("The same value stands here."),
      },
    ],
    ...(twin.severity && { severity: twin.severity }),
  };
}

function isReal({ file, entry, verdict: { kind } }: SecretEntry): boolean {
  const isSecret = kind === "strong" || kind === "short" || kind === "passphrase";
  return isSecret && lastEntry(file.entries, entry.key) === entry;
}

/** What a person made up is reported as that, in the template as here. */
function inTemplate(secret: SecretEntry, project: Project): Twin | undefined {
  if (secret.verdict.kind === "passphrase") return undefined;
  const other = secretEntries(project).find(
    (one) => one.file.isTemplate && secretOf(one) === secretOf(secret),
  );
  return (
    other && {
      ...other,
      text: message(
        "The same secret stands in {0}, which is meant to be shared: whoever has that file can forge sessions. Make a new one here.",
        other.file.path,
      ),
    }
  );
}

/** Said of the more exposed one of the two: a new secret there makes the other one worthless. */
function inEnvironment(
  secret: SecretEntry,
  real: readonly SecretEntry[],
  project: Project,
): Twin | undefined {
  const own = environmentOf(secret, project);
  if (own === undefined) return undefined;
  for (const other of real) {
    const isBeside =
      other.file !== secret.file && directoryOf(other.file.path) === directoryOf(secret.file.path);
    if (!isBeside || secretOf(other) !== secretOf(secret)) continue;
    const its = environmentOf(other, project);
    if (its === undefined || its.name === own.name) continue;
    const isLess = its.rank < own.rank || (its.rank === own.rank && its.name < own.name);
    if (!isLess) continue;
    const text = message(
      "{0} has the same secret as {1} in {2}: who knows the one can forge sessions of the other. Give each environment a secret of its own.",
      own.title,
      its.title,
      other.file.path,
    );
    return { ...other, text };
  }
  return undefined;
}

/**
 * Said once of two: of the one that comes later. A made-up one is to be replaced in both anyway; and
 * a package without an auth library has none of its own sessions: it checks those of another.
 */
function inPackage(secret: SecretEntry, project: Project): Twin | undefined {
  if (secret.verdict.kind === "passphrase" || !project.isDependency) return undefined;
  const value = secretOf(secret);
  const isSecret = ({ key }: EnvEntry) =>
    secretVariables.has(key) || project.extraVariables.includes(key);
  const other = placesOf(value, project.appEnvFiles).find(
    ({ file, entry }) =>
      file.path <= secret.file.path &&
      isSecret(entry) &&
      !project.envFiles.some(({ path }) => path === file.path),
  );
  if (other === undefined) return undefined;
  const text = message(
    "Another package has the same secret, in {0}: a session of the one app is good for the other, and a leak ends both. Make a new one here, unless they are to share their sessions.",
    other.file.path,
  );
  return { ...other, text, severity: "information" };
}

/** An entry, and the file that it stands in. */
interface Place {
  readonly file: EnvFile;
  readonly entry: EnvEntry;
}

const places = new WeakMap<readonly EnvFile[], ReadonlyMap<string, readonly Place[]>>();

/** Where a value stands, in the order of the files: every package asks this of all the others. */
function placesOf(value: string, files: readonly EnvFile[]): readonly Place[] {
  const known = places.get(files) ?? placesByValue(files);
  places.set(files, known);
  return known.get(value) ?? [];
}

function placesByValue(files: readonly EnvFile[]): ReadonlyMap<string, readonly Place[]> {
  const found = new Map<string, Place[]>();
  for (const file of files) {
    for (const entry of file.entries) {
      const same = found.get(entry.value);
      if (same) same.push({ file, entry });
      else found.set(entry.value, [{ file, entry }]);
    }
  }
  return found;
}

/** Compared, and kept nowhere. */
function secretOf({ file, entry, span }: SecretEntry): string {
  const isWhole = span.start === entry.valueSpan.start && span.end === entry.valueSpan.end;
  return isWhole ? entry.value : file.text.slice(span.start, span.end);
}
