import { message } from "../message.ts";
import { moveOutFix } from "../script/rewrite/moveOutFix.ts";
import type { SecretSource } from "../script/script.ts";
import { relatedTo, sourcesOf } from "../script/sources.ts";
import type { Rule } from "./rule.ts";

export const publicSecret: Rule = {
  id: "public-secret",
  title: "A secret comes from a variable that browsers get to see",
  defaultSeverity: "error",
  check: (project) =>
    sourcesOf(project)
      .filter(isExposed)
      .map((source) => ({
        file: source.file,
        span: source.span,
        message: source.isPublic
          ? message(
              "A variable of this name is copied into the code that browsers load: whoever opens the site can read the secret. Use a name without the public prefix and make a new secret.",
            )
          : message(
              "What stands in this block is copied into the code that browsers load: whoever opens the site can read the secret. Server code reads the variable without it.",
            ),
        related: relatedTo(source),
      })),
  fixes: (problem, project) => moveOutFix(problem, project),
};

function isExposed({ kind, isPublic, isWhole, option }: SecretSource): boolean {
  return kind === "environment" && (isPublic || (option.isPublished && isWhole));
}
