import { configFix } from "../config/configFix.ts";
import { configSecrets } from "../config/configSecrets.ts";
import { isExampleFile, isTestConfigFile } from "../config/files.ts";
import { message } from "../message.ts";
import type { Rule } from "./rule.ts";

export const unsetSecret: Rule = {
  id: "unset-secret",
  title: "A secret that becomes an empty text where its variable is not set",
  defaultSeverity: "hint",
  check: (project) =>
    configSecrets(project)
      .filter(({ form, file }) => form === "unset" && file.kind.guarded !== undefined)
      .filter(({ file: { path } }) => !isExampleFile(path) && !isTestConfigFile(path))
      .map(({ file, entry, span }) => ({
        file: file.path,
        span,
        message: message(
          "Where the variable is not set, {0} is an empty text, and everything starts all the same. `:?` stops it.",
          entry.name,
        ),
      })),
  fixes: (problem, project) => configFix(problem, project),
};
