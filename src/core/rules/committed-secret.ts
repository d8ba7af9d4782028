import { configFix } from "../config/configFix.ts";
import { type ConfigSecret, configSecrets } from "../config/configSecrets.ts";
import { isDevelopmentFile, isExampleFile, isTestConfigFile } from "../config/files.ts";
import type { Severity } from "../finding.ts";
import { type Message, message } from "../message.ts";
import type { Project } from "../project.ts";
import { weaknessOf } from "../script/weakness.ts";
import { isDummy } from "../secret/dummy.ts";
import type { Rule } from "./rule.ts";

export const committedSecret: Rule = {
  id: "committed-secret",
  title: "A secret is written in a configuration file that is meant to be committed",
  defaultSeverity: "error",
  check: (project) =>
    configSecrets(project).flatMap((secret) => {
      const severity = severityOf(secret);
      const { file, span } = secret;
      if (severity === undefined || project.repository?.isIgnored(file.path)) return [];
      return { file: file.path, span, message: describe(secret, project), severity };
    }),
  fixes: (problem, project) => configFix(problem, project),
};

function describe({ form, entry, file, value }: ConfigSecret, project: Project): Message {
  const weakness =
    weaknessOf(value.trim(), project.minimumBits) ??
    message("Take it out, and make a new one: this one is no secret any more.");
  return form === "fallback"
    ? message(
        "Where the variable is not set, {0} is this text, which everyone who can read the repository knows. {1}",
        entry.name,
        weakness,
      )
    : message(
        "{0} is written in {1}, so everyone who can read the repository or its history has it. {2}",
        entry.name,
        file.kind.title,
        weakness,
      );
}

/** Undefined where there is nothing to say; the rule's own severity is an error. */
function severityOf({ file, entry, verdict, value }: ConfigSecret): Severity | undefined {
  const { kind } = verdict;
  if (kind === "empty" || kind === "reference" || isTemplated(value)) return undefined;
  if (isTestConfigFile(file.path)) return undefined;
  if (kind === "strong" || kind === "short") return "error";
  if (isExampleFile(file.path)) return undefined;
  const isInUse = !entry.isBuildOnly && !isDevelopmentFile(file.path);
  if (isInUse) return kind === "placeholder" ? "warning" : "error";
  // A build, a test run or a developer needs some value; only one that nobody else might use is worth a word.
  return kind === "placeholder" || isDummy(value) ? undefined : "information";
}

/** Helm, Jinja and the like put the value in later. */
function isTemplated(value: string): boolean {
  return /\{\{|\{%|<%/.test(value);
}
