import { message } from "../message.ts";
import { nameOf } from "../paths.ts";
import type { ConfigKind } from "./configFile.ts";
import { takeOut } from "./remedies.ts";
import { variablesOf } from "./variables.ts";

/** Render's blueprint. `generateValue` makes 256 random bits once, at the first deploy. */
export const renderYaml: ConfigKind = {
  id: "render-yaml",
  title: message("the blueprint"),
  isFile: (path) => /^render\.ya?ml$/.test(nameOf(path)),
  read: (path, text) =>
    variablesOf(path, text, {
      variables: [
        ["services", "*", "envVars"],
        ["envVarGroups", "*", "envVars"],
      ],
      commands: ["buildCommand", "startCommand"].map((key) => ["services", "*", key]),
    }),
  interpolates: false,
  remedy(entry, text) {
    const notice = message(
      "Render makes a new {0} where none is set yet. Where one is, replace it in the dashboard: it is known to everyone who can read the repository.",
      entry.name,
    );
    if (entry.origin.form !== "node") return takeOut(entry, text, notice);
    const { pair } = entry.origin;
    if (pair === undefined) return undefined;
    return {
      title: message("Let Render generate {0}", entry.name),
      notice,
      edits: [{ ...pair.span, newText: "generateValue: true" }],
    };
  },
};
