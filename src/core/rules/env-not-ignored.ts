import { isTestEnvFile } from "../dotenv/files.ts";
import { type SecretEntry, secretEntries } from "../dotenv/secretEntries.ts";
import { ignoreEdit } from "../gitignore/ignoreEdit.ts";
import { message } from "../message.ts";
import type { Rule } from "./rule.ts";

export const envNotIgnored: Rule = {
  id: "env-not-ignored",
  title: "An env file with a real secret that git would commit",
  defaultSeverity: "warning",
  check(project) {
    const real = secretEntries(project).filter(isReal);
    return project.envFiles.flatMap((file) => {
      const first = real.find((secret) => secret.file === file);
      if (first === undefined || project.repository?.isIgnored(file.path) !== false) return [];
      return {
        file: file.path,
        span: first.entry.keySpan,
        message: message(
          "Git would commit {0} with the value of {1}, for everybody who can read the repository. Add the file to .gitignore.",
          file.path,
          first.entry.key,
        ),
      };
    });
  },
  fixes: ({ file }, project) => [
    {
      title: message("Add the env files to .gitignore"),
      preferred: true,
      timing: "onSave",
      edits: () => ignoreEdit(project, [file]),
    },
  ],
};

/** A value that guards something; in a file for tests only what was drawn at random. */
function isReal({ file, verdict: { kind } }: SecretEntry): boolean {
  if (file.isTemplate) return false;
  return (
    kind === "strong" || kind === "short" || (kind === "passphrase" && !isTestEnvFile(file.path))
  );
}
