import { message } from "../message.ts";
import type { DeployTarget } from "./target.ts";

/**
 * flyctl, source of August 2026, not run. `import` reads `NAME=VALUE` lines, cut at an unquoted `#`,
 * which no generated secret holds; it knows no `export`.
 */
export const fly: DeployTarget = {
  id: "fly",
  name: "Fly.io",
  marker: /^fly\.toml$/,
  environments: [],
  delivery: {
    kind: "tool",
    programs: ["fly", "flyctl"],
    args: () => ["secrets", "import"],
    input: (variable, value) => `${variable}=${value}\n`,
    fallbacks: [],
    byHand: (variable) => `fly secrets set ${variable}=-`,
  },
  dashboard: "https://fly.io/dashboard",
  next: message("Fly.io restarts the app's machines with it."),
};
