import type { Problem } from "../finding.ts";
import { message } from "../message.ts";
import type { Project } from "../project.ts";
import { sourcesOf } from "../script/sources.ts";
import { judge } from "../secret/judge.ts";
import type { Rule } from "./rule.ts";

export const hardcodedSecret: Rule = {
  id: "hardcoded-secret",
  title: "An auth secret is written in the source code",
  defaultSeverity: "error",
  check: (project: Project): readonly Problem[] =>
    sourcesOf(project)
      .filter(
        ({ kind, isFallback, option }) =>
          kind === "literal" && !isFallback && option.kind === "session",
      )
      .map(({ file, span, value = "" }) => ({
        file,
        span,
        message: message("The auth secret is written here. {0}", judge(value).kind),
      })),
};
