import { message } from "../message.ts";
import { nameOf } from "../paths.ts";
import type { ConfigKind } from "./configFile.ts";
import { replaceValue } from "./edits.ts";
import { readInterpolation } from "./interpolation.ts";
import { variablesOf } from "./variables.ts";

const guarded = (variable: string) => `\${${variable}:?set ${variable}}`;

/**
 * Compose files (compose-spec, interpolation: `${X}` is empty where X is not set, `:?` is an error).
 * Compose reads the `.env` in the folder of the file.
 */
export const compose: ConfigKind = {
  id: "compose",
  title: message("the compose file"),
  isFile: (path) => /^(?:docker-)?compose(?:[-._][\w.-]+)?\.ya?ml$/.test(nameOf(path)),
  read: (path, text) =>
    variablesOf(path, text, {
      variables: [["services", "*", "environment"]],
      buildVariables: [["services", "*", "build", "args"]],
      commands: [
        ["services", "*", "command"],
        ["services", "*", "entrypoint"],
      ],
    }),
  interpolates: true,
  guarded,
  remedy(entry) {
    if (entry.origin.form !== "node") return undefined;
    const variable = readInterpolation(entry.value)?.variable ?? entry.name;
    return {
      title: message("Require {0} from the environment", variable),
      notice: message(
        "Compose takes {0} from the shell or from the .env beside this file, and says so where neither sets it.",
        variable,
      ),
      edits: [replaceValue(entry, guarded(variable))],
      store: { variable, place: "beside" },
    };
  },
};
