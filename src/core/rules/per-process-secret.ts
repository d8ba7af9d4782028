import type { Problem } from "../finding.ts";
import { message } from "../message.ts";
import type { Project } from "../project.ts";
import { sourcesOf } from "../script/sources.ts";
import type { Rule } from "./rule.ts";

export const perProcessSecret: Rule = {
  id: "per-process-secret",
  title: "The auth secret is made anew at every start",
  defaultSeverity: "warning",
  check: (project: Project): readonly Problem[] =>
    sourcesOf(project)
      .filter(({ kind, option }) => kind === "generated" && option.kind === "session")
      .map(({ file, span }) => ({ file, span, message: message("per process") })),
};
