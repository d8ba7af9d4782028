import { lastEntry } from "../dotenv/edit.ts";
import { isHarmless, shadowOf } from "../dotenv/emptyEntry.ts";
import { filesLoadedIn, modesOf } from "../dotenv/loadOrder.ts";
import { removeEntry } from "../dotenv/removeEntry.ts";
import { replaceSecret, secretAt } from "../dotenv/replaceSecret.ts";
import { liveSecrets, type SecretEntry } from "../dotenv/secretEntries.ts";
import type { Fix, Problem, RelatedPlace } from "../finding.ts";
import { type Message, message } from "../message.ts";
import { directoryOf } from "../paths.ts";
import type { Project } from "../project.ts";
import type { Rule } from "./rule.ts";

export const emptySecret: Rule = {
  id: "empty-secret",
  title: "A secret variable without a value",
  defaultSeverity: "warning",
  check: (project) =>
    liveSecrets(project)
      .filter((secret) => secret.verdict.kind === "empty" && counts(secret, project))
      .map((secret) => ({
        file: secret.file.path,
        span: secret.span,
        message: messageFor(secret, project),
        related: hiddenPlace(secret, project),
      })),
  fixes: (problem, project) => [...removeFix(problem, project), ...fillFix(problem, project)],
};

/**
 * False where another value wins: further down in the file, in a file that is loaded before it, or
 * under a name that is looked up before it.
 * The numbered variables are spare places, of which @auth/core 0.41 skips the empty ones.
 */
function counts({ file, entry }: SecretEntry, project: Project): boolean {
  if (/_\d$/.test(entry.key) || lastEntry(file.entries, entry.key) !== entry) return false;
  if (modesOf(project, file.path).length > 0) return !isHarmless({ file, entry }, project);
  const loaded = filesLoadedIn(project, "development", directoryOf(file.path));
  return !loaded
    .slice(0, Math.max(0, loaded.indexOf(file)))
    .some((winner) => lastEntry(winner.entries, entry.key)?.value);
}

function messageFor(secret: SecretEntry, project: Project): Message {
  const { key } = secret.entry;
  const hidden = shadowOf(secret, project);
  if (hidden === undefined) {
    return message(
      "{0} is empty, and an empty value also hides one that is set elsewhere. Give it a random secret.",
      key,
    );
  }
  if (hidden.entry.key === key) {
    return message(
      "{0} is empty here, and hides the value that {1} gives it. Remove this line, or give it a random secret.",
      key,
      hidden.file.path,
    );
  }
  return message(
    "{0} is empty, and {1} takes it all the same: it does not look at {2}, which has a value in {3}. Remove this line, or give it a random secret.",
    key,
    project.framework.name,
    hidden.entry.key,
    hidden.file.path,
  );
}

function hiddenPlace(secret: SecretEntry, project: Project): readonly RelatedPlace[] {
  const hidden = shadowOf(secret, project);
  if (hidden === undefined) return [];
  const { file, entry } = hidden;
  return [{ file: file.path, span: entry.keySpan, message: message("This value is hidden.") }];
}

/** The good value counts again, and nothing is lost. */
function removeFix(problem: Problem, project: Project): readonly Fix[] {
  const secret = secretAt(problem, project);
  const hidden = secret && shadowOf(secret, project);
  if (hidden === undefined || secret === undefined) return [];
  const { entries, text } = secret.file;
  // Another assignment above this one would count instead.
  const isAlone = entries.filter(({ key }) => key === secret.entry.key).length === 1;
  const edit = isAlone ? removeEntry(text, secret.entry) : undefined;
  if (edit === undefined) return [];
  return [
    {
      title: message(
        "Remove the empty line, so that {0} of {1} counts",
        hidden.entry.key,
        hidden.file.path,
      ),
      preferred: true,
      timing: "manual",
      edits: () => [{ file: problem.file, edits: [edit] }],
    },
  ];
}

function fillFix(problem: Problem, project: Project): readonly Fix[] {
  const secret = secretAt(problem, project);
  const isHiding = secret !== undefined && shadowOf(secret, project) !== undefined;
  // A fresh value would hide the good one for good: nothing to do unasked.
  if (!isHiding) return replaceSecret(problem, project, "fillOnSave");
  return replaceSecret(problem, project, "manual").map((fix) => ({ ...fix, preferred: false }));
}
