import { message } from "../message.ts";
import { moveOutFix } from "../script/rewrite/moveOutFix.ts";
import { relatedTo, sourcesOf } from "../script/sources.ts";
import { weaknessOf } from "../script/weakness.ts";
import { judge } from "../secret/judge.ts";
import type { Rule } from "./rule.ts";

export const fallbackSecret: Rule = {
  id: "fallback-secret",
  title: "A literal takes the place of an auth secret that is not set",
  defaultSeverity: "warning",
  check: (project) =>
    sourcesOf(project)
      .filter(
        ({ kind, isFallback, option }) =>
          kind === "literal" && isFallback && option.kind === "session",
      )
      .map((source) => ({
        file: source.file,
        span: source.span,
        message: message(
          "Where the variable is not set, the app starts all the same and signs sessions with this text, which everyone who can read the code knows. {0}",
          weaknessOf(source.value ?? "", project.minimumBits) ??
            message("Leave it out, so that a missing secret is noticed."),
        ),
        related: relatedTo(source),
        // What the world knows is no protection for a moment.
        ...(judge(source.value ?? "").kind === "published" && { severity: "error" as const }),
      })),
  fixes: moveOutFix,
};
