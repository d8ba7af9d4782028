import { message } from "../message.ts";
import type { DeployTarget } from "./target.ts";

/** @railway/cli 5.43.1, its source and docs, not run; the fallback is what it was called before. */
export const railway: DeployTarget = {
  id: "railway",
  name: "Railway",
  marker: /^railway\.(?:json|toml)$/,
  environments: [],
  delivery: {
    kind: "tool",
    programs: ["railway"],
    args: (variable) => ["variable", "set", variable, "--stdin"],
    input: (_, value) => value,
    fallbacks: [
      {
        // What clap says of arguments that it does not know.
        when: /unrecognized subcommand|unexpected argument|wasn't recognized/i,
        replaces: false,
        args: (variable) => ["variables", "--set-from-stdin", variable],
      },
    ],
    byHand: (variable) => `railway variable set ${variable} --stdin`,
  },
  dashboard: "https://railway.com/dashboard",
  next: message("Railway deploys the linked service with it."),
};
