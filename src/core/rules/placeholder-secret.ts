import { replaceSecret } from "../dotenv/replaceSecret.ts";
import { liveSecrets } from "../dotenv/secretEntries.ts";
import { message } from "../message.ts";
import type { Rule } from "./rule.ts";

export const placeholderSecret: Rule = {
  id: "placeholder-secret",
  title: "A placeholder that was never replaced by a secret",
  defaultSeverity: "warning",
  check: (project) =>
    liveSecrets(project)
      .filter(({ verdict }) => verdict.kind === "placeholder")
      .map(({ file, entry, span }) => ({
        file: file.path,
        span,
        message: message(
          "{0} is still a placeholder, and anybody can guess it. Replace it with a random secret.",
          entry.key,
        ),
      })),
  fixes: (problem, project) => replaceSecret(problem, project, "fillOnSave"),
};
