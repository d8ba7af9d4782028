import { message } from "../message.ts";
import { nameOf } from "../paths.ts";
import type { ConfigKind } from "./configFile.ts";
import { takingOut } from "./takingOut.ts";
import { variablesOf } from "./variables.ts";

/** Netlify's file-based configuration; its command line takes values as arguments only. */
export const netlify: ConfigKind = {
  id: "netlify",
  title: message("the configuration"),
  isFile: (path) => nameOf(path) === "netlify.toml",
  read: (path, text) =>
    variablesOf(path, text, {
      variables: [
        ["build", "environment"],
        ["context", "*", "environment"],
      ],
      commands: [
        ["build", "command"],
        ["context", "*", "command"],
      ],
    }),
  interpolates: false,
  remedy: takingOut((variable) =>
    message("Set a new {0} in the site's dashboard, under Environment variables.", variable),
  ),
};
