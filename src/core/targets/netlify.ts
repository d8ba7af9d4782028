import { message } from "../message.ts";
import type { DeployTarget } from "./target.ts";

/** netlify-cli 27.10.2, read: `env:set` takes the value as an argument, `env:import` prints it. */
export const netlify: DeployTarget = {
  id: "netlify",
  name: "Netlify",
  marker: /^(?:netlify\.toml|\.netlify)$/,
  environments: [],
  delivery: {
    kind: "dashboard",
    why: message("The Netlify CLI takes a value as an argument only, and prints it."),
  },
  dashboard: "https://app.netlify.com",
  next: message("It takes effect with the next deploy: trigger one."),
};
