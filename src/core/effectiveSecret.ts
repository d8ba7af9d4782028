import { lastEntry } from "./dotenv/edit.ts";
import { filesLoadedIn } from "./dotenv/loadOrder.ts";
import { type SecretEntry, secretEntries } from "./dotenv/secretEntries.ts";
import { origins } from "./origins.ts";
import type { Project } from "./project.ts";

/**
 * The secret that a project runs with on a developer's machine, as far as its env files tell; undefined
 * where none does.
 */
export function effectiveSecret(project: Project): SecretEntry | undefined {
  const used = origins(project, "development").find(({ status }) => status === "used");
  return (
    used &&
    secretEntries(project).find(
      ({ file, entry }) => file.path === used.file && entry.keySpan.start === used.span.start,
    )
  );
}

/** What the first of these variables is that an env file sets, from the file that wins. */
export function effectiveValue(
  project: Project,
  variables: readonly string[],
): SecretEntry | undefined {
  const files = filesLoadedIn(project, "development");
  for (const name of variables) {
    const file = files.find(({ entries }) => lastEntry(entries, name));
    const entry = file && lastEntry(file.entries, name);
    if (entry) return secretEntries(project).find((secret) => secret.entry === entry);
  }
  return undefined;
}
