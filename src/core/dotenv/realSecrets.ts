import type { Project } from "../project.ts";
import { isTestEnvFile } from "./files.ts";
import { isDevelopersDummy, type SecretEntry, secretEntries } from "./secretEntries.ts";

/** The first secret of each env file that guards something, templates left out. */
export function firstRealSecrets(project: Project): readonly SecretEntry[] {
  const real = secretEntries(project).filter(isReal);
  return project.envFiles.flatMap((file) => real.find((secret) => secret.file === file) ?? []);
}

/** A value that guards something; in a file for tests only what was drawn at random. */
function isReal(secret: SecretEntry): boolean {
  const {
    file,
    verdict: { kind },
  } = secret;
  if (file.isTemplate) return false;
  if (kind === "strong" || kind === "short") return true;
  return kind === "passphrase" && !isTestEnvFile(file.path) && !isDevelopersDummy(secret);
}
