import { setValue } from "../dotenv/edit.ts";
import { secretAt } from "../dotenv/replaceSecret.ts";
import { secretEntries } from "../dotenv/secretEntries.ts";
import { message } from "../message.ts";
import type { Rule } from "./rule.ts";

export const realSecretInExample: Rule = {
  id: "real-secret-in-example",
  title: "A random value in a template that is meant to be committed",
  defaultSeverity: "error",
  check: (project) =>
    secretEntries(project)
      .filter(
        ({ file, verdict: { kind } }) => file.isTemplate && (kind === "strong" || kind === "short"),
      )
      .map(({ file, entry, span }) => ({
        file: file.path,
        span,
        message: message(
          "{0} looks like a real secret, and {1} is meant to be shared. Empty it here, and where it is in use replace it with a new one.",
          entry.key,
          file.path,
        ),
      })),
  fixes(problem, project) {
    const secret = secretAt(problem, project);
    if (secret === undefined) return [];
    const { file, entry } = secret;
    const edits = setValue(file.text, entry, "");
    if (edits.length === 0) return [];
    return [
      {
        title: message("Empty {0} in {1}", entry.key, file.path),
        preferred: true,
        timing: "manual",
        notice: message("If this value is in use anywhere, replace it there with a new secret."),
        edits: () => [{ file: file.path, edits }],
      },
    ];
  },
};
