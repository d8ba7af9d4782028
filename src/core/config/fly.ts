import { message } from "../message.ts";
import { nameOf } from "../paths.ts";
import type { ConfigKind } from "./configFile.ts";
import { takingOut } from "./takingOut.ts";
import { variablesOf } from "./variables.ts";

/** Fly.io: `[env]` is for what may be known; secrets reach the machines without being listed. */
export const fly: ConfigKind = {
  id: "fly",
  title: message("the configuration"),
  isFile: (path) => /^fly(?:[-.][\w.-]+)?\.toml$/.test(nameOf(path)),
  read: (path, text) =>
    variablesOf(path, text, {
      variables: [["env"]],
      buildVariables: [["build", "args"]],
      commands: [["processes", "*"]],
    }),
  interpolates: false,
  remedy: takingOut((variable) =>
    message(
      "Set a new {0} at Fly.io: `fly secrets import` reads `{0}=…` from standard input.",
      variable,
    ),
  ),
};
