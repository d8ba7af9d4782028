import type { Fix } from "../finding.ts";
import { message } from "../message.ts";
import { dropItem } from "../script/rewrite/dropItem.ts";
import { sourceAt, textOfFile } from "../script/rewrite/moveOutFix.ts";
import type { SecretSource } from "../script/script.ts";
import { sourcesOf } from "../script/sources.ts";
import type { Rule } from "./rule.ts";

export const redundantSecret: Rule = {
  id: "redundant-secret",
  title: "The secret is handed to a library that reads it by itself",
  defaultSeverity: "hint",
  isFixedTogether: true,
  check: (project) =>
    sourcesOf(project)
      .filter(isRedundant)
      .map(({ file, span, option }) => ({
        file,
        span,
        message: message(
          "{0} reads {1} by itself, so this can go.",
          option.framework.name,
          option.framework.variable,
        ),
        unnecessary: true,
      })),
  fixes(problem, project): readonly Fix[] {
    const property = sourceAt(problem, project)?.option.propertySpan;
    const text = textOfFile(project, problem.file);
    if (property === undefined || text === undefined) return [];
    return [
      {
        title: message("Remove it"),
        preferred: true,
        timing: "manual",
        edits: () => [{ file: problem.file, edits: dropItem(text, property) }],
      },
    ];
  },
};

function isRedundant({ kind, isWhole, variable, option }: SecretSource): boolean {
  return (
    kind === "environment" &&
    isWhole &&
    option.isVariableRedundant &&
    option.propertySpan !== undefined &&
    variable === option.framework.variable
  );
}
