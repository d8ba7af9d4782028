import { replaceSecret } from "../dotenv/replaceSecret.ts";
import { liveSecrets } from "../dotenv/secretEntries.ts";
import { message } from "../message.ts";
import type { Rule } from "./rule.ts";

/** In env files: in source such a value is hardcoded before all, and those rules say the rest. */
export const publishedSecret: Rule = {
  id: "published-secret",
  title: "A secret that looks random but is known to the world",
  defaultSeverity: "error",
  check: (project) =>
    liveSecrets(project)
      .filter(({ verdict }) => verdict.kind === "published")
      .map(({ file, entry, span, verdict }) => ({
        file: file.path,
        span,
        message: message(
          "The value of {0} is public ({1}): anyone can forge sessions with it. Replace it with a random one.",
          entry.key,
          verdict.reasons[0] ?? message("known to the world"),
        ),
      })),
  fixes: (problem, project) => replaceSecret(problem, project, "manual"),
};
