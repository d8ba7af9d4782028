import type { TextEdit } from "../edit.ts";
import type { Fix, FixTiming, Problem } from "../finding.ts";
import { message } from "../message.ts";
import type { Project } from "../project.ts";
import { setValue } from "./edit.ts";
import { type SecretEntry, secretEntries } from "./secretEntries.ts";
import { keepPrivate } from "./storeSecret.ts";

/** The secret that a problem of an env file is about. */
export function secretAt(problem: Problem, project: Project): SecretEntry | undefined {
  return secretEntries(project).find(
    ({ file, span }) =>
      file.path === problem.file &&
      span.start === problem.span.start &&
      span.end === problem.span.end,
  );
}

/** Any value will do to see whether a new one can be written there at all. */
const PROBE = "0";

/**
 * The fix that puts a fresh secret where a problem of an env file is, and keeps git from
 * committing it: a real value must not come into a file that a placeholder was safe in.
 */
export function replaceSecret(
  problem: Problem,
  project: Project,
  timing: FixTiming,
): readonly Fix[] {
  const secret = secretAt(problem, project);
  if (secret === undefined || writeSecret(secret, PROBE).length === 0) return [];
  const { path } = secret.file;
  const key = secret.entry.key;
  const isEmpty = secret.verdict.kind === "empty";
  const isOpen = project.repository?.isIgnored(path) === false;
  const title = isEmpty
    ? message("Fill {0} with a new random secret", key)
    : message("Replace {0} with a new random secret", key);
  const fix: Fix = {
    title: isOpen ? message("{0}, and add {1} to .gitignore", title, path) : title,
    preferred: true,
    timing,
    edits: ({ mint }) => keepPrivate(project, { file: path, edits: writeSecret(secret, mint()) }),
  };
  return [timing === "manual" ? { ...fix, notice: endOfSessions(key) } : fix];
}

function endOfSessions(key: string) {
  return message("Sessions made with the old {0} end: people have to sign in again.", key);
}

function writeSecret({ file, entry, span }: SecretEntry, value: string): readonly TextEdit[] {
  const isWhole = span.start === entry.valueSpan.start && span.end === entry.valueSpan.end;
  return isWhole ? setValue(file.text, entry, value) : [{ ...span, newText: value }];
}
