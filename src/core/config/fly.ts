import { message } from "../message.ts";
import { nameOf } from "../paths.ts";
import type { ConfigKind } from "./configFile.ts";
import { rootsOf } from "./language.ts";
import { takeOut } from "./remedies.ts";
import { variablesAt } from "./variables.ts";

/** Fly.io: `[env]` is for what may be known; secrets reach the machines without being listed. */
export const fly: ConfigKind = {
  id: "fly",
  title: message("the configuration"),
  isFile: (path) => /^fly(?:[-.][\w.-]+)?\.toml$/.test(nameOf(path)),
  read: (path, text) =>
    rootsOf(path, text).flatMap((root) =>
      variablesAt(root, text, {
        variables: [["env"]],
        buildVariables: [["build", "args"]],
        commands: [["processes", "*"]],
      }),
    ),
  interpolates: false,
  remedy: (entry, text) =>
    takeOut(
      entry,
      text,
      message(
        "Set a new {0} at Fly.io: `fly secrets import` reads `{0}=…` from standard input.",
        entry.name,
      ),
    ),
};
