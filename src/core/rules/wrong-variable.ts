import { isSetBeside } from "../dotenv/effective.ts";
import { commentOut, removeEntry } from "../dotenv/removeEntry.ts";
import { liveSecrets, type SecretEntry } from "../dotenv/secretEntries.ts";
import type { TextEdit } from "../edit.ts";
import type { Fix } from "../finding.ts";
import { ownerOf } from "../frameworks/index.ts";
import { message } from "../message.ts";
import { directoryOf } from "../paths.ts";
import type { Project } from "../project.ts";
import { isPassedOn, namesVariable } from "../script/mentions.ts";
import type { Rule } from "./rule.ts";

export const wrongVariable: Rule = {
  id: "wrong-variable",
  title: "A secret under a name that another auth library reads",
  defaultSeverity: "warning",
  check: (project) =>
    wrongEntries(project).map(({ file, entry }) => {
      const { framework } = project;
      const isLeftOver = isSetBeside(project, file.path, framework.variable);
      return {
        file: file.path,
        span: entry.keySpan,
        message: isLeftOver
          ? message(
              "{0} is the name that {1} reads, which this project does not use. {2} has its secret in {3}, so this one can go.",
              entry.key,
              ownerOf(entry.key)?.name ?? "",
              framework.name,
              framework.variable,
            )
          : message(
              "{0} is the name that {1} reads, which this project does not use. {2} looks for {3}: rename it.",
              entry.key,
              ownerOf(entry.key)?.name ?? "",
              framework.name,
              framework.variable,
            ),
        ...(isLeftOver && { severity: "information" as const }),
      };
    }),
  fixes({ file, span }, project): readonly Fix[] {
    const found = wrongEntries(project).find(
      (secret) => secret.file.path === file && secret.entry.keySpan.start === span.start,
    );
    if (found === undefined) return [];
    return isSetBeside(project, file, project.framework.variable)
      ? keepAsComment(found)
      : rename(found, project.framework.variable);
  },
};

/** Assignments that nothing in the project reads, as far as its manifest and its source tell. */
function wrongEntries(project: Project): readonly SecretEntry[] {
  const { directory, isDependency, libraries } = project;
  if (!isDependency) return [];
  const read = new Set(libraries.flatMap(({ variables }) => variables));
  return liveSecrets(project).filter(
    ({ file, entry, verdict }) =>
      verdict.kind !== "empty" &&
      directoryOf(file.path) === directory &&
      ownerOf(entry.key) !== undefined &&
      !read.has(entry.key) &&
      !project.extraVariables.includes(entry.key) &&
      !namesVariable(project, entry.key) &&
      !isPassedOn(project, entry.key),
  );
}

function rename({ file, entry }: SecretEntry, name: string): readonly Fix[] {
  // An empty place of the right name would count instead, if it came later.
  const empty = file.entries
    .filter(({ key }) => key === name)
    .map((other) => removeEntry(file.text, other));
  const removals = empty.filter((edit): edit is TextEdit => edit !== undefined);
  if (removals.length < empty.length) return [];
  return [
    {
      title: message("Rename it to {0}", name),
      preferred: true,
      timing: "manual",
      notice: message("Rename it where the app is deployed, too. The value stays."),
      edits: () => [{ file: file.path, edits: [...removals, { ...entry.keySpan, newText: name }] }],
    },
  ];
}

/** Nobody but the person can know that the value is of no use elsewhere. */
function keepAsComment({ file, entry }: SecretEntry): readonly Fix[] {
  const edit = commentOut(file.text, entry);
  if (edit === undefined) return [];
  return [
    {
      title: message("Comment it out"),
      preferred: true,
      timing: "manual",
      edits: () => [{ file: file.path, edits: [edit] }],
    },
  ];
}
