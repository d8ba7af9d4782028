import type { Problem } from "../finding.ts";
import { message } from "../message.ts";
import type { Project } from "../project.ts";
import { sourcesOf } from "../script/sources.ts";
import type { Rule } from "./rule.ts";

export const fallbackSecret: Rule = {
  id: "fallback-secret",
  title: "A literal takes the place of a missing auth secret",
  defaultSeverity: "warning",
  check: (project: Project): readonly Problem[] =>
    sourcesOf(project)
      .filter(
        ({ kind, isFallback, option }) =>
          kind === "literal" && isFallback && option.kind === "session",
      )
      .map(({ file, span }) => ({ file, span, message: message("A literal is used.") })),
};
