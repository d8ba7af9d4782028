import type { Problem } from "../finding.ts";
import { message } from "../message.ts";
import type { Project } from "../project.ts";
import { sourcesOf } from "../script/sources.ts";
import type { Rule } from "./rule.ts";

export const publicSecret: Rule = {
  id: "public-secret",
  title: "The secret comes from a variable that browsers get to see",
  defaultSeverity: "error",
  check: (project: Project): readonly Problem[] =>
    sourcesOf(project)
      .filter(
        ({ kind, isPublic, isWhole, option }) =>
          kind === "environment" && (isPublic || (option.isPublished && isWhole)),
      )
      .map(({ file, span }) => ({ file, span, message: message("public") })),
};
