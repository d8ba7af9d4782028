import { message } from "../message.ts";
import { legacyEntries, legacySources, renameEdits } from "../script/rewrite/renameVariable.ts";
import { relatedTo } from "../script/sources.ts";
import type { Rule } from "./rule.ts";

export const legacyVariable: Rule = {
  id: "legacy-variable",
  title: "The secret has the name that an earlier version of the library gave it",
  defaultSeverity: "information",
  isFixedTogether: true,
  check: (project) => [
    ...legacySources(project).map((source) => ({
      file: source.file,
      span: source.span,
      message: message(
        "{0} calls this variable {1}; {2} is its name of earlier versions.",
        source.option.framework.name,
        source.option.framework.variable,
        source.variable ?? "",
      ),
      related: relatedTo(source),
    })),
    ...legacyEntries(project).map(({ file, entry }) => ({
      file: file.path,
      span: entry.keySpan,
      message: message(
        "{0} calls this variable {1}; {2} is its name of earlier versions.",
        project.framework.name,
        project.framework.variable,
        entry.key,
      ),
    })),
  ],
  fixes: (_problem, project) => [
    {
      title: message(
        "Rename it to {0} in the source and the env files",
        project.framework.variable,
      ),
      preferred: true,
      timing: "manual",
      notice: message(
        "Rename the variable where the app is deployed too; its value stays, and so do the sessions.",
      ),
      edits: () => renameEdits(project),
    },
  ],
};
