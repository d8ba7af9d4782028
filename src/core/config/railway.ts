import { message } from "../message.ts";
import { nameOf } from "../paths.ts";
import type { ConfigKind } from "./configFile.ts";
import { takingOut } from "./takingOut.ts";
import { variablesOf } from "./variables.ts";

/** Railway's own files, and those of Nixpacks, which it builds with. */
export const railway: ConfigKind = {
  id: "railway",
  title: message("the configuration"),
  isFile: (path) => /^(?:railway|nixpacks)\.(?:json|toml)$/.test(nameOf(path)),
  read: (path, text) =>
    variablesOf(path, text, {
      variables: [["variables"], ["build", "nixpacksPlan", "variables"]],
      commands: [
        ["build", "buildCommand"],
        ["deploy", "startCommand"],
        ["deploy", "preDeployCommand"],
        ["start", "cmd"],
      ],
    }),
  interpolates: false,
  remedy: takingOut((variable) =>
    message(
      "Set a new {0} at Railway: `railway variable set {0} --stdin` reads it from standard input.",
      variable,
    ),
  ),
};
