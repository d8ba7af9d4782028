import { message } from "../message.ts";
import type { DeployTarget } from "./target.ts";

/** Compose files, in the order in which Compose looks for them (compose-spec, docs). */
export const COMPOSE_FILE = /^(?:docker-)?compose(?:\.[\w-]+)*\.ya?ml$/;

/** Docker Compose, docs and source, not run. It reads `.env` beside its file by itself. */
export const docker: DeployTarget = {
  id: "docker",
  name: "Docker Compose",
  marker: COMPOSE_FILE,
  environments: [],
  delivery: {
    kind: "compose",
    // A name without a value hands on what the shell has.
    byHand: (variable) => `docker run -e ${variable} IMAGE`,
  },
  dashboard:
    "https://docs.docker.com/compose/how-tos/environment-variables/set-environment-variables/",
  next: message("Containers get it when they are made anew. Put such a file on the server too."),
  nextCommand: "docker compose up -d",
};
