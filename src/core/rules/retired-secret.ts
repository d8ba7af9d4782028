import type { EnvFile } from "../dotenv/parse.ts";
import { type Reminder, remindersIn } from "../dotenv/reminder.ts";
import type { Fix, Problem } from "../finding.ts";
import { message } from "../message.ts";
import type { Project } from "../project.ts";
import { retirementEdits } from "../rotation/retirementEdits.ts";
import type { Rule } from "./rule.ts";

export const retiredSecret: Rule = {
  id: "retired-secret",
  title: "A secret from before a rotation, kept until its sessions have ended",
  defaultSeverity: "warning",
  check: (project) =>
    retiredIn(project).map(({ file, entry, date }) => {
      const isDue = project.today > date;
      return {
        file: file.path,
        span: entry.keySpan,
        message: isDue
          ? message(
              "{0} was kept for sessions from before the rotation; the last of them ended on {1}. Drop it, here and where the app is deployed.",
              entry.key,
              date,
            )
          : message(
              "{0} is kept so that sessions made with it stay valid until {1}. Drop it after that.",
              entry.key,
              date,
            ),
        ...(!isDue && { severity: "hint" as const }),
      };
    }),
  fixes: dropFix,
};

interface Retired extends Reminder {
  readonly file: EnvFile;
}

function retiredIn({ envFiles }: Project): readonly Retired[] {
  return envFiles
    .filter(({ isTemplate }) => !isTemplate)
    .flatMap((file) => remindersIn(file).map((reminder) => ({ ...reminder, file })));
}

function dropFix({ file, span }: Problem, project: Project): readonly Fix[] {
  const retired = retiredIn(project).find(
    (one) => one.file.path === file && one.entry.keySpan.start === span.start,
  );
  const edits = retired && retirementEdits(project, retired);
  if (retired === undefined || edits === undefined) return [];
  const { entry, date } = retired;
  const isDue = project.today > date;
  const isRetried = project.framework.rotation.retry !== undefined;
  return [
    {
      title: isDue
        ? message("Drop {0}", entry.key)
        : message("Drop {0} now: sessions made with it end", entry.key),
      preferred: isDue,
      timing: "manual",
      notice: isRetried
        ? message(
            "Take the code that tries {0} out too, and drop it where the app is deployed.",
            entry.key,
          )
        : message("Do the same with {0} where the app is deployed.", entry.key),
      edits: () => edits,
    },
  ];
}
