import { isSetBeside } from "../dotenv/effective.ts";
import { isTestEnvFile } from "../dotenv/files.ts";
import type { EnvEntry, EnvFile } from "../dotenv/parse.ts";
import { commentOut } from "../dotenv/removeEntry.ts";
import type { Fix, Severity } from "../finding.ts";
import type { Framework } from "../frameworks/framework.ts";
import { type Message, message } from "../message.ts";
import { directoryOf } from "../paths.ts";
import type { Project } from "../project.ts";
import { handsEmptyList, isPassedOn, namesVariable } from "../script/mentions.ts";
import type { Rule } from "./rule.ts";

export const ignoredVariable: Rule = {
  id: "ignored-variable",
  title: "A variable that looks like the auth library's, but that it never reads",
  defaultSeverity: "warning",
  check: (project) =>
    ignoredEntries(project).map(({ file, entry, message: text, severity }) => ({
      file: file.path,
      span: entry.keySpan,
      message: text,
      ...(severity && { severity }),
    })),
  fixes({ file: path, span }, project): readonly Fix[] {
    const found = ignoredEntries(project).find(
      ({ file, entry }) => file.path === path && entry.keySpan.start === span.start,
    );
    const edit = found && commentOut(found.file.text, found.entry);
    if (edit === undefined) return [];
    return [
      {
        title: message("Comment it out: the value stays, and nothing changes"),
        preferred: true,
        timing: "manual",
        edits: () => [{ file: path, edits: [edit] }],
      },
    ];
  },
};

interface IgnoredEntry {
  readonly file: EnvFile;
  readonly entry: EnvEntry;
  readonly message: Message;
  readonly severity?: Severity;
}

function ignoredEntries(project: Project): readonly IgnoredEntry[] {
  const { directory, envFiles, framework, isDependency } = project;
  if (!isDependency) return [];
  return envFiles
    .filter(({ path, isTemplate }) => !isTemplate && !isTestEnvFile(path))
    .filter(({ path }) => directoryOf(path) === directory)
    .flatMap((file) =>
      file.entries
        .filter(({ key, value }) => value !== "" && isSuspect(framework, key))
        // Last, as each looks through whole texts.
        .filter(({ key }) => !namesVariable(project, key) && !isPassedOn(project, key))
        .flatMap((entry) => asIgnored(file, entry, project)),
    );
}

/** A name that the library never reads, or one of those that it comes to last. */
function isSuspect({ lookup: { neverRead, lastResort } }: Framework, key: string): boolean {
  return lastResort.includes(key) || neverRead?.test(key) === true;
}

function asIgnored(file: EnvFile, entry: EnvEntry, project: Project): readonly IgnoredEntry[] {
  const { framework, libraries } = project;
  const { key } = entry;
  const others = libraries.filter(({ id }) => id !== framework.id);
  if (others.some(({ variables }) => variables.includes(key))) return [];
  if (framework.lookup.neverRead?.test(key)) {
    const isSet = framework.variables.some((name) => isSetBeside(project, file.path, name));
    return [
      { file, entry, ...neverRead(key, framework.name, isSet ? undefined : framework.variable) },
    ];
  }
  const { lastResort, names } = framework.lookup;
  const taken = names.find((name) => isSetBeside(project, file.path, name));
  if (!lastResort.includes(key) || taken === undefined || handsEmptyList(project)) return [];
  const text = message(
    "{0} reads {1} only where none of {2} has a value: {3} is taken alone, and this one signs and reads nothing. To change secrets without signing people out, hand both over in the source as a list, the new one first.",
    framework.name,
    key,
    names.join(", "),
    taken,
  );
  return [{ file, entry, message: text }];
}

/** @param variable the one that has no value either; undefined where it has one */
function neverRead(key: string, library: string, variable: string | undefined) {
  const isFile = key.endsWith("_FILE");
  if (isFile && variable !== undefined) {
    return {
      message: message(
        "{0} does not read {1}: unless what starts the app puts the file's content into {2}, there is no secret.",
        library,
        key,
        variable,
      ),
      severity: "information" as const,
    };
  }
  return {
    message: message("{0} never reads {1}, whatever is set beside it.", library, key),
    ...(isFile && { severity: "information" as const }),
  };
}
