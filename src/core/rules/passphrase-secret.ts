import { replaceSecret } from "../dotenv/replaceSecret.ts";
import { isDevelopersDummy, liveSecrets } from "../dotenv/secretEntries.ts";
import { message } from "../message.ts";
import type { Rule } from "./rule.ts";

export const passphraseSecret: Rule = {
  id: "passphrase-secret",
  title: "A secret that a person or a language model made up",
  defaultSeverity: "warning",
  check: (project) =>
    liveSecrets(project)
      .filter((secret) => secret.verdict.kind === "passphrase" && !isDevelopersDummy(secret))
      .map(({ file, entry, span, verdict }) => ({
        file: file.path,
        span,
        message: message(
          "{0} is a passphrase ({1}): about {2} bits, {3} keys need {4}. Replace it with a random one.",
          entry.key,
          verdict.reasons[0] ?? message("made up, not drawn at random"),
          Math.round(verdict.bits),
          project.framework.name,
          project.minimumBits,
        ),
      })),
  fixes: (problem, project) => replaceSecret(problem, project, "manual"),
};
