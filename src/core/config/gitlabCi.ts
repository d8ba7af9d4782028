import { message } from "../message.ts";
import type { ConfigKind } from "./configFile.ts";
import { takingOut } from "./takingOut.ts";
import { variablesOf } from "./variables.ts";

/** GitLab CI: variables of the pipeline and of its jobs, as texts or as maps with a `value`. */
export const gitlabCi: ConfigKind = {
  id: "gitlab-ci",
  title: message("the pipeline"),
  isFile: (path) => /(?:^|\/)(?:[\w.-]+)?\.gitlab-ci\.ya?ml$/.test(path),
  read: (path, text) =>
    variablesOf(path, text, {
      variables: [["variables"], ["*", "variables"]],
      commands: ["script", "before_script", "after_script"].flatMap((key) => [[key], ["*", key]]),
    }).map((entry) => ({ ...entry, isBuildOnly: true })),
  interpolates: false,
  remedy: takingOut((variable) =>
    message(
      "Set {0} under Settings, CI/CD, Variables, masked and protected: jobs get it without a line here.",
      variable,
    ),
  ),
};
