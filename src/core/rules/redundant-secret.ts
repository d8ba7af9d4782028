import type { Problem } from "../finding.ts";
import { message } from "../message.ts";
import type { Project } from "../project.ts";
import { sourcesOf } from "../script/sources.ts";
import type { Rule } from "./rule.ts";

export const redundantSecret: Rule = {
  id: "redundant-secret",
  title: "The library reads its variable by itself",
  defaultSeverity: "hint",
  check: (project: Project): readonly Problem[] =>
    sourcesOf(project)
      .filter(
        ({ kind, isWhole, variable, option }) =>
          kind === "environment" &&
          isWhole &&
          option.isVariableRedundant &&
          option.propertySpan !== undefined &&
          variable === option.framework.variable,
      )
      .map(({ file, span }) => ({ file, span, message: message("redundant"), unnecessary: true })),
};
