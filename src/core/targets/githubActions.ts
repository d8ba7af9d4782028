import { message } from "../message.ts";
import type { DeployTarget } from "./target.ts";

/** gh, source of October 2024, not run. */
export const githubActions: DeployTarget = {
  id: "github-actions",
  name: "GitHub Actions",
  marker: /^\.github\/workflows$/,
  environments: [],
  delivery: {
    kind: "tool",
    programs: ["gh"],
    args: (variable) => ["secret", "set", variable],
    input: (_, value) => value,
    fallbacks: [],
    byHand: (variable) => `gh secret set ${variable}`,
  },
  dashboard: "https://docs.github.com/actions/security-guides/using-secrets-in-github-actions",
  next: message(
    "Workflows read it as a secret of the repository from their next run; the app where it runs does not see it.",
  ),
};
