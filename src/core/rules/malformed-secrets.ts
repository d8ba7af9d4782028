import { isTestEnvFile } from "../dotenv/files.ts";
import type { EnvEntry, EnvFile } from "../dotenv/parse.ts";
import {
  type FaultyItem,
  faultsIn,
  LIST_VARIABLE,
  type ListFault,
  nextVersion,
} from "../dotenv/secretList.ts";
import type { TextEdit } from "../edit.ts";
import { type Message, message } from "../message.ts";
import type { Project } from "../project.ts";
import { judge } from "../secret/judge.ts";
import type { Rule } from "./rule.ts";

export const malformedSecrets: Rule = {
  id: "malformed-secrets",
  title: "A list of secrets that the library does not accept",
  defaultSeverity: "error",
  check: (project) =>
    faultyItems(project).map(({ file, entry, item }) => ({
      file: file.path,
      span: item.span,
      message: MESSAGES[item.fault](entry.key, item.position),
    })),
  fixes(problem, project) {
    const found = faultyItems(project).find(
      ({ file, item }) => file.path === problem.file && item.span.start === problem.span.start,
    );
    const fix = found && repair(found);
    if (fix === undefined) return [];
    const { title, edit } = fix;
    const edits = () => [{ file: problem.file, edits: [edit] }];
    return [{ title, preferred: true, timing: "manual", edits }];
  },
};

const MESSAGES: Readonly<Record<ListFault, (variable: string, position: number) => Message>> = {
  nothing: (variable) =>
    message("There is a comma too much in {0}: the app does not start with it.", variable),
  noVersion: (variable, position) =>
    message(
      "Entry {0} of {1} has no version: each is written as version:secret, and no secret can hold a comma. The app does not start with it.",
      position,
      variable,
    ),
  badVersion: (variable, position) =>
    message(
      "Entry {0} of {1} has a version that is no number. The app does not start with it.",
      position,
      variable,
    ),
  noValue: (variable, position) =>
    message("Entry {0} of {1} has no secret. The app does not start with it.", position, variable),
  duplicate: (variable, position) =>
    message(
      "Entry {0} of {1} has the version of an entry before it: each needs its own. The app does not start with it.",
      position,
      variable,
    ),
};

interface PlacedItem {
  readonly file: EnvFile;
  readonly entry: EnvEntry;
  readonly item: FaultyItem;
}

function faultyItems({ framework, envFiles }: Project): readonly PlacedItem[] {
  if (!framework.variables.includes(LIST_VARIABLE)) return [];
  return envFiles
    .filter(({ isTemplate, path }) => !isTemplate && !isTestEnvFile(path))
    .flatMap((file) =>
      file.entries
        .filter((entry) => entry.key === LIST_VARIABLE && isWritten(entry))
        .flatMap((entry) => faultsIn(file.text, entry).map((item) => ({ file, entry, item }))),
    );
}

/** False for the place of a list elsewhere, and where one is still to be written. */
function isWritten({ value }: EnvEntry): boolean {
  const { kind } = judge(value);
  return !value.includes("$") && kind !== "reference" && kind !== "placeholder";
}

/** What needs no guess: which of two equal versions is wrong only a database knows. */
function repair({ entry, item }: PlacedItem): { title: Message; edit: TextEdit } | undefined {
  const { fault, span } = item;
  if (fault === "nothing") {
    return { title: message("Remove the comma"), edit: { ...span, newText: "" } };
  }
  if (fault !== "noVersion") return undefined;
  const version = nextVersion(entry);
  return {
    title: message("Give it the version {0}", version),
    edit: { start: span.start, end: span.start, newText: `${version}:` },
  };
}
