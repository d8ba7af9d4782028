import type { Fix, Problem } from "../finding.ts";
import type { RenamedUrl } from "../frameworks/framework.ts";
import { type Message, message } from "../message.ts";
import type { Project } from "../project.ts";
import { legacyUrlEntries, renameUrlEdits } from "../renamedUrl.ts";
import { namesVariable } from "../script/mentions.ts";
import { renameEverywhere } from "../script/rewrite/renameEverywhere.ts";
import type { Rule } from "./rule.ts";

export const legacyUrl: Rule = {
  id: "legacy-url",
  title: "The app's address has the name that an earlier version of the library gave it",
  defaultSeverity: "information",
  isFixedTogether: true,
  check(project): readonly Problem[] {
    const renamed = unsettled(project);
    if (renamed === undefined) return [];
    const text = messageFor(renamed, project);
    return [...entryProblems(project, renamed, text), ...sourceProblems(project, renamed, text)];
  },
  fixes(_problem, project): readonly Fix[] {
    const renamed = unsettled(project);
    const edits = renamed && renameUrlEdits(project, renamed);
    if (renamed === undefined || edits === undefined || edits.length === 0) return [];
    return [
      {
        title: message("Rename it to {0} in the source and the env files", renamed.variable),
        preferred: true,
        timing: "manual",
        notice: message(
          "Rename the variable where the app is deployed, too, and wherever else it is read. Its value stays.",
        ),
        edits: () => edits,
      },
    ];
  },
};

/** The rename that is still to be made; undefined where the server trusts its address already. */
function unsettled(project: Project): RenamedUrl | undefined {
  const { renamedUrl } = project.framework;
  if (!project.isDependency || renamedUrl === undefined) return undefined;
  const isSet = (name: string) =>
    project.envFiles.some(({ entries }) => entries.some(({ key }) => key === name)) ||
    project.inheritedVariables.has(name) ||
    project.configFiles.some(({ entries }) => entries.some((entry) => entry.name === name)) ||
    namesVariable(project, name);
  return renamedUrl.trust.some(isSet) ? undefined : renamedUrl;
}

function messageFor(
  { legacy, variable, trust, trustingHosts, error }: RenamedUrl,
  { framework }: Project,
): Message {
  return message(
    "{0} calls this variable {1}. In production it trusts its address only where one of these is set: {2}; or by itself on these hosts: {3}. Anywhere else {4} alone ends in {5}.",
    framework.name,
    variable,
    trust.join(", "),
    trustingHosts,
    legacy,
    error,
  );
}

function entryProblems(project: Project, renamed: RenamedUrl, text: Message): readonly Problem[] {
  return legacyUrlEntries(project, renamed).map(({ file, entry }) => ({
    file: file.path,
    span: entry.keySpan,
    message: text,
  }));
}

/** Once in a file: where it is read first. */
function sourceProblems(
  { scripts }: Project,
  { legacy, variable }: RenamedUrl,
  text: Message,
): readonly Problem[] {
  return scripts.flatMap((script) => {
    const [first] = renameEverywhere(script, legacy, variable) ?? [];
    if (first === undefined) return [];
    const span = { start: first.start, end: first.start + legacy.length };
    return [{ file: script.path, span, message: text }];
  });
}
