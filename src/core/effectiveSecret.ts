import { lastEntry } from "./dotenv/edit.ts";
import { filesLoadedIn } from "./dotenv/loadOrder.ts";
import { type SecretEntry, secretEntries } from "./dotenv/secretEntries.ts";
import type { Project } from "./project.ts";

/**
 * The secret that a project runs with on a developer's machine, as far as its env files tell: the
 * first of these variables that one of them sets, from the file that wins. Undefined where none does.
 */
export function effectiveSecret(
  project: Project,
  variables: readonly string[] = project.framework.variables,
): SecretEntry | undefined {
  const files = filesLoadedIn(project, "development");
  for (const name of variables) {
    const file = files.find(({ entries }) => lastEntry(entries, name));
    const entry = file && lastEntry(file.entries, name);
    if (entry) return secretEntries(project).find((secret) => secret.entry === entry);
  }
  return undefined;
}
