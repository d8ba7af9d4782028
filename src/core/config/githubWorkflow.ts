import { message } from "../message.ts";
import type { ConfigKind } from "./configFile.ts";
import { refer, takeOut } from "./remedies.ts";
import { variablesOf } from "./variables.ts";

/** GitHub Actions: workflows and composite actions. What they set is for builds and tests. */
export const githubWorkflow: ConfigKind = {
  id: "github-workflow",
  title: message("the workflow"),
  isFile: (path) =>
    /(?:^|\/)\.github\/(?:workflows\/[^/]+|actions\/(?:.+\/)?action)\.ya?ml$/.test(path),
  read: (path, text) =>
    variablesOf(path, text, {
      variables: [
        ["env"],
        ["jobs", "*", "env"],
        ["jobs", "*", "steps", "*", "env"],
        ["jobs", "*", "container", "env"],
        ["jobs", "*", "services", "*", "env"],
        ["runs", "steps", "*", "env"],
      ],
      commands: [
        ["jobs", "*", "steps", "*", "run"],
        ["runs", "steps", "*", "run"],
      ],
    }).map((entry) => ({ ...entry, isBuildOnly: true })),
  interpolates: false,
  remedy(entry, text) {
    const notice = message(
      "Add {0} to the repository's secrets: `gh secret set {0}` asks for the value, or reads it from standard input.",
      entry.name,
    );
    if (entry.origin.form !== "node") return takeOut(entry, text, notice);
    return refer(entry, `\${{ secrets.${entry.name} }}`, notice);
  },
};
