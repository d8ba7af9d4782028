import { replaceSecret } from "../dotenv/replaceSecret.ts";
import { liveSecrets } from "../dotenv/secretEntries.ts";
import { message } from "../message.ts";
import type { Rule } from "./rule.ts";

/** From here on guessing is out of reach today: NIST SP 800-131A revision 2 allows no less. */
const UNGUESSABLE_BITS = 112;

export const shortSecret: Rule = {
  id: "short-secret",
  title: "A random secret with too few bits",
  defaultSeverity: "warning",
  check: (project) =>
    liveSecrets(project)
      .filter(
        ({ verdict: { kind, bits } }) =>
          (kind === "short" || kind === "strong") && bits < project.minimumBits,
      )
      .map(({ file, entry, span, verdict }) => ({
        file: file.path,
        span,
        message: message(
          "{0} is random but short: {1} of the {2} bits that a secret needs. Replace it with a longer one.",
          entry.key,
          Math.floor(verdict.bits),
          project.minimumBits,
        ),
        ...(verdict.bits >= UNGUESSABLE_BITS && { severity: "information" as const }),
      })),
  fixes: (problem, project) => replaceSecret(problem, project, "manual"),
};
