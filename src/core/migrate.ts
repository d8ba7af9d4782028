import { conflictsIn } from "./dotenv/conflicts.ts";
import { isEnvFile } from "./dotenv/files.ts";
import { renameEntries } from "./dotenv/renameEntries.ts";
import type { FileEdit, TextEdit } from "./edit.ts";
import type { Project } from "./project.ts";
import { renameEverywhere } from "./script/rewrite/renameEverywhere.ts";
import { renameEdits } from "./script/rewrite/renameVariable.ts";
import { soundEdits } from "./script/rewrite/soundEdits.ts";

/** A variable's name of earlier versions, and the one that it has now. */
export interface Renaming {
  readonly from: string;
  readonly to: string;
}

/** What it takes to bring a project to its library's present names. */
export interface Migration {
  readonly edits: readonly FileEdit[];
  /** What is renamed by the edits. */
  readonly renamed: readonly Renaming[];
  /** What is left as it is: both names have values, or stand side by side in the source. */
  readonly left: readonly Renaming[];
  /** Configuration files that still name what is renamed: a deployment's own names are not known here. */
  readonly stillNamedIn: readonly string[];
}

/** The names that the project's library has given others; none where it is only assumed. */
function renamings({ framework, isDependency }: Project): readonly Renaming[] {
  if (!isDependency) return [];
  const { legacyVariables, renamedUrl, variable } = framework;
  return [
    ...legacyVariables.map((from) => ({ from, to: variable })),
    ...(renamedUrl === undefined ? [] : [{ from: renamedUrl.legacy, to: renamedUrl.variable }]),
  ];
}

/** The edits that rename them in the project's env files, templates included, and its source. */
export function migrationOf(project: Project): Migration {
  const edits = new Map<string, readonly TextEdit[]>();
  const renamed: Renaming[] = [];
  const left: Renaming[] = [];
  for (const renaming of renamings(project)) {
    const own = editsFor(renaming, project);
    if (own === undefined) left.push(renaming);
    else if (own.length > 0) renamed.push(renaming);
    for (const { file, edits: some } of own ?? []) {
      edits.set(file, [...(edits.get(file) ?? []), ...some]);
    }
  }
  return {
    edits: [...edits].map(([file, some]) => ({ file, edits: some })),
    renamed,
    left,
    stillNamedIn: namedIn(project, renamed),
  };
}

function namedIn({ configFiles }: Project, renamed: readonly Renaming[]): readonly string[] {
  const names = renamed.map(({ from }) => new RegExp(`(?<![A-Za-z0-9_])${from}(?![A-Za-z0-9_])`));
  return configFiles
    .filter(({ text }) => names.some((name) => name.test(text)))
    .map(({ path }) => path);
}

function editsFor({ from, to }: Renaming, project: Project): readonly FileEdit[] | undefined {
  const { envFiles, scripts } = project;
  if (conflictsIn(project).some(({ loser }) => loser.entry.key === from)) return undefined;
  const inEnvFiles = envFiles.map((file) => ({
    file: file.path,
    edits: renameEntries(file, from, to),
  }));
  const smart = from === project.framework.renamedUrl?.legacy ? [] : sourceEdits(project);
  const inScripts = scripts.map((script) => {
    const known = smart.find(({ file }) => file === script.path)?.edits ?? [];
    const plain = renameEverywhere(script, from, to);
    return { file: script.path, edits: plain && [...known, ...outside(known, plain)] };
  });
  const elsewhere = smart.filter(({ file }) => !scripts.some(({ path }) => path === file));
  const all = [...inEnvFiles, ...inScripts, ...elsewhere];
  const known = all.flatMap(({ file, edits }) => (edits === undefined ? [] : { file, edits }));
  if (known.length < all.length) return undefined;
  const wanted = known.filter(({ edits }) => edits.length > 0);
  const sound = soundEdits(wanted, (path) => scripts.find((one) => one.path === path)?.text);
  return sound.length < wanted.length ? undefined : sound;
}

/** Where the library is handed the secret: there a doubled mention goes, not only its name. */
function sourceEdits(project: Project): readonly FileEdit[] {
  return renameEdits(project).filter(({ file }) => !isEnvFile(file));
}

function outside(known: readonly TextEdit[], plain: readonly TextEdit[]): readonly TextEdit[] {
  return plain.filter(
    ({ start, end }) => !known.some((other) => start < other.end && other.start < end),
  );
}
