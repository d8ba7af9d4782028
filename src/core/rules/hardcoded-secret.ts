import { message } from "../message.ts";
import { moveOutFix } from "../script/rewrite/moveOutFix.ts";
import { relatedTo, sourcesOf } from "../script/sources.ts";
import { weaknessOf } from "../script/weakness.ts";
import type { Rule } from "./rule.ts";

export const hardcodedSecret: Rule = {
  id: "hardcoded-secret",
  title: "An auth secret is written in the source code",
  defaultSeverity: "error",
  check: (project) =>
    sourcesOf(project)
      .filter(
        ({ kind, isFallback, option }) =>
          kind === "literal" && !isFallback && option.kind === "session",
      )
      .map((source) => ({
        file: source.file,
        span: source.span,
        message: message(
          "This auth secret is in the code, so everyone who can read the repository or its history can forge sessions. {0}",
          weaknessOf(source.value ?? "", project.minimumBits) ??
            message("Read it from {0} and make a new one.", source.option.framework.variable),
        ),
        related: relatedTo(source),
      })),
  fixes: moveOutFix,
};
