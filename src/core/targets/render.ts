import { message } from "../message.ts";
import type { DeployTarget } from "./target.ts";

/** The Render CLI's source and docs, August 2026: no command sets a variable of a running service. */
export const render: DeployTarget = {
  id: "render",
  name: "Render",
  marker: /^render\.ya?ml$/,
  environments: [],
  delivery: {
    kind: "dashboard",
    why: message("The Render CLI has no command that sets a variable."),
  },
  dashboard: "https://dashboard.render.com",
  next: message("Choose there whether Render deploys with it now or later."),
};
