import type { Project } from "../project.ts";
import { isDevelopmentEnvFile, isTestEnvFile } from "./files.ts";
import { type SecretEntry, secretEntries } from "./secretEntries.ts";

/** The first secret of each env file that guards something, templates left out. */
export function firstRealSecrets(project: Project): readonly SecretEntry[] {
  const real = secretEntries(project).filter(isReal);
  return project.envFiles.flatMap((file) => real.find((secret) => secret.file === file) ?? []);
}

/** A value that guards something; in a file for tests or for all developers only what was drawn at random. */
function isReal({ file, verdict: { kind } }: SecretEntry): boolean {
  if (file.isTemplate) return false;
  if (kind === "strong" || kind === "short") return true;
  // What every developer shares, many a project commits on purpose.
  return kind === "passphrase" && !isTestEnvFile(file.path) && !isDevelopmentEnvFile(file.path);
}
