import { message } from "../message.ts";
import { nameOf } from "../paths.ts";
import type { ConfigKind } from "./configFile.ts";
import { rootsOf } from "./language.ts";
import { takeOut } from "./remedies.ts";
import { variablesAt } from "./variables.ts";

/** Netlify's file-based configuration; its command line takes values as arguments only. */
export const netlify: ConfigKind = {
  id: "netlify",
  title: message("the configuration"),
  isFile: (path) => nameOf(path) === "netlify.toml",
  read: (path, text) =>
    rootsOf(path, text).flatMap((root) =>
      variablesAt(root, text, {
        variables: [
          ["build", "environment"],
          ["context", "*", "environment"],
        ],
        commands: [
          ["build", "command"],
          ["context", "*", "command"],
        ],
      }),
    ),
  interpolates: false,
  remedy: (entry, text) =>
    takeOut(
      entry,
      text,
      message("Set a new {0} in the site's dashboard, under Environment variables.", entry.name),
    ),
};
