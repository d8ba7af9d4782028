import { message } from "../message.ts";
import { nameOf } from "../paths.ts";
import type { ConfigKind } from "./configFile.ts";
import { takingOut } from "./takingOut.ts";
import { variablesOf } from "./variables.ts";

/** Cloudflare Workers: `vars` are plain text, for the whole worker and for each environment. */
export const wrangler: ConfigKind = {
  id: "wrangler",
  title: message("the configuration"),
  isFile: (path) => /^wrangler\.(?:toml|jsonc?)$/.test(nameOf(path)),
  read: (path, text) =>
    variablesOf(path, text, {
      variables: [["vars"], ["env", "*", "vars"]],
      commands: [["build", "command"]],
    }),
  interpolates: false,
  remedy: takingOut((variable) =>
    message(
      "Set a new {0} at Cloudflare: `wrangler secret put {0}` asks for the value. On your machine it belongs in .dev.vars.",
      variable,
    ),
  ),
};
