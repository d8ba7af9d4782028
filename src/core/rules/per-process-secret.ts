import { message } from "../message.ts";
import { moveOutFix } from "../script/rewrite/moveOutFix.ts";
import { relatedTo, sourcesOf } from "../script/sources.ts";
import type { Rule } from "./rule.ts";

export const perProcessSecret: Rule = {
  id: "per-process-secret",
  title: "The auth secret is made anew at every start",
  defaultSeverity: "warning",
  check: (project) =>
    sourcesOf(project)
      .filter(({ kind, option }) => kind === "generated" && option.kind === "session")
      .map((source) => ({
        file: source.file,
        span: source.span,
        message: message(
          "This makes another secret in each process: a restart ends all sessions, and two instances do not accept each other's. Make one secret and keep it in {0}.",
          source.option.framework.variable,
        ),
        related: relatedTo(source),
      })),
  fixes: moveOutFix,
};
