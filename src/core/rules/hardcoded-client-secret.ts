import type { Problem } from "../finding.ts";
import { message } from "../message.ts";
import type { Project } from "../project.ts";
import { sourcesOf } from "../script/sources.ts";
import type { Rule } from "./rule.ts";

export const hardcodedClientSecret: Rule = {
  id: "hardcoded-client-secret",
  title: "A provider's client secret is written in the source code",
  defaultSeverity: "warning",
  check: (project: Project): readonly Problem[] =>
    sourcesOf(project)
      .filter(({ kind, option }) => kind === "literal" && option.kind === "client")
      .map(({ file, span }) => ({ file, span, message: message("client secret") })),
};
