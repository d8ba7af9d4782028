import { message } from "../message.ts";
import { nameOf } from "../paths.ts";
import type { ConfigKind } from "./configFile.ts";
import { rootsOf } from "./language.ts";
import { takeOut } from "./remedies.ts";
import { variablesAt } from "./variables.ts";

/** Railway's own files, and those of Nixpacks, which it builds with. */
export const railway: ConfigKind = {
  id: "railway",
  title: message("the configuration"),
  isFile: (path) => /^(?:railway|nixpacks)\.(?:json|toml)$/.test(nameOf(path)),
  read: (path, text) =>
    rootsOf(path, text).flatMap((root) =>
      variablesAt(root, text, {
        variables: [["variables"], ["build", "nixpacksPlan", "variables"]],
        commands: [
          ["build", "buildCommand"],
          ["deploy", "startCommand"],
          ["deploy", "preDeployCommand"],
          ["start", "cmd"],
        ],
      }),
    ),
  interpolates: false,
  remedy: (entry, text) =>
    takeOut(
      entry,
      text,
      message(
        "Set a new {0} at Railway: `railway variable set {0} --stdin` reads it from standard input.",
        entry.name,
      ),
    ),
};
