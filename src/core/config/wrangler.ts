import { message } from "../message.ts";
import { nameOf } from "../paths.ts";
import type { ConfigKind } from "./configFile.ts";
import { rootsOf } from "./language.ts";
import { takeOut } from "./remedies.ts";
import { variablesAt } from "./variables.ts";

/** Cloudflare Workers: `vars` are plain text, for the whole worker and for each environment. */
export const wrangler: ConfigKind = {
  id: "wrangler",
  title: message("the configuration"),
  isFile: (path) => /^wrangler\.(?:toml|jsonc?)$/.test(nameOf(path)),
  read: (path, text) =>
    rootsOf(path, text).flatMap((root) =>
      variablesAt(root, text, {
        variables: [["vars"], ["env", "*", "vars"]],
        commands: [["build", "command"]],
      }),
    ),
  interpolates: false,
  remedy: (entry, text) =>
    takeOut(
      entry,
      text,
      message(
        "Set a new {0} at Cloudflare: `wrangler secret put {0}` asks for the value. On your machine it belongs in .dev.vars.",
        entry.name,
      ),
    ),
};
