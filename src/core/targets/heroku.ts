import { message } from "../message.ts";
import type { DeployTarget } from "./target.ts";

/** heroku 11.10.0, read: `config:set` takes the value as an argument and prints it. */
export const heroku: DeployTarget = {
  id: "heroku",
  name: "Heroku",
  marker: /^(?:Procfile|app\.json|heroku\.yml)$/,
  environments: [],
  delivery: {
    kind: "dashboard",
    why: message("The Heroku CLI takes a value as an argument only, and prints it."),
    byHand: () => "heroku config:edit",
  },
  dashboard: "https://dashboard.heroku.com/apps",
  next: message("Heroku restarts the app's dynos with it."),
};
