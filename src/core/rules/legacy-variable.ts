import type { Problem } from "../finding.ts";
import { message } from "../message.ts";
import type { Project } from "../project.ts";
import { sourcesOf } from "../script/sources.ts";
import type { Rule } from "./rule.ts";

export const legacyVariable: Rule = {
  id: "legacy-variable",
  title: "The secret has the name of an earlier version of the library",
  defaultSeverity: "information",
  check: (project: Project): readonly Problem[] =>
    sourcesOf(project)
      .filter(
        ({ kind, variable = "", option }) =>
          kind === "environment" &&
          option.kind === "session" &&
          option.framework.legacyVariables.includes(variable),
      )
      .map(({ file, span }) => ({ file, span, message: message("legacy") })),
};
