import { lastEntry } from "../dotenv/edit.ts";
import { filesLoadedIn, modesOf } from "../dotenv/loadOrder.ts";
import { replaceSecret } from "../dotenv/replaceSecret.ts";
import { liveSecrets, type SecretEntry } from "../dotenv/secretEntries.ts";
import { message } from "../message.ts";
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
      .map(({ file, entry, span }) => ({
        file: file.path,
        span,
        message: message(
          "{0} is empty, and an empty value also hides one that is set elsewhere. Give it a random secret.",
          entry.key,
        ),
      })),
  fixes: (problem, project) => replaceSecret(problem, project, "fillOnSave"),
};

/**
 * False where another value wins: further down in the file, or in a file that is loaded before it.
 * The numbered variables are spare places, of which @auth/core 0.41 skips the empty ones.
 */
function counts({ file, entry }: SecretEntry, project: Project): boolean {
  if (/_\d$/.test(entry.key) || lastEntry(file.entries, entry.key) !== entry) return false;
  const modes = modesOf(project, file.path);
  const mode = modes.includes("development") ? "development" : (modes[0] ?? "development");
  const loaded = filesLoadedIn(project, mode, directoryOf(file.path));
  return !loaded
    .slice(0, Math.max(0, loaded.indexOf(file)))
    .some((winner) => lastEntry(winner.entries, entry.key)?.value);
}
