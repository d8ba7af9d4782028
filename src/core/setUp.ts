import { setEntry } from "./dotenv/edit.ts";
import { localEnvFile } from "./dotenv/loadOrder.ts";
import type { EnvFile } from "./dotenv/parse.ts";
import { storeSecret } from "./dotenv/storeSecret.ts";
import { applyEdits, type FileEdit } from "./edit.ts";
import type { FixTools } from "./finding.ts";
import { editsBetween } from "./fixAll.ts";
import { dependenciesOf } from "./frameworks/detect.ts";
import type { StarterFile } from "./frameworks/framework.ts";
import { ignoreEdit } from "./gitignore/ignoreEdit.ts";
import { type Message, message } from "./message.ts";
import { directoryOf, joinPath } from "./paths.ts";
import type { Project } from "./project.ts";
import { judge } from "./secret/judge.ts";
import type { WorkspaceFiles } from "./workspace.ts";

/** What is to be known of a package besides the files that the rules see. */
export interface SetUpPlace {
  /** The text of its `package.json`. */
  readonly manifest: string;
  /** Where its source is: `src`, or "" for the package's own folder. */
  readonly sourceFolder: string;
  /** The ending of source files. */
  readonly ending: "ts" | "js";
  /** True for a file that is there, by its workspace-relative path. */
  exists(path: string): boolean;
}

/** One thing that a project needs before its auth library runs. */
export interface SetUpStep {
  readonly label: Message;
  /** The file that it is about. */
  readonly file: string;
  readonly isDone: boolean;
  /** False for what a project can do without: it is offered, not ticked. */
  readonly isNeeded: boolean;
  edits(project: Project, tools: FixTools): readonly FileEdit[];
}

/** Everything that a fresh project needs, in the order in which it is done. */
export function setUpSteps(project: Project, place: SetUpPlace): readonly SetUpStep[] {
  return [
    secretStep(project),
    templateStep(project),
    ...ignoreStep(project),
    ...starterFiles(project, place).map((starter) => starterStep(starter, project, place)),
  ];
}

/** Every file whose being there decides about a step. */
export function setUpFiles(project: Project, place: Omit<SetUpPlace, "exists">): readonly string[] {
  return starterFiles(project, place).flatMap((starter) => pathsOf(starter, project, place));
}

/** What the steps do, one upon the other, as one edit a file. */
export function setUpEdits(
  steps: readonly SetUpStep[],
  files: WorkspaceFiles,
  projectOn: (files: WorkspaceFiles) => Project,
  tools: FixTools,
): readonly FileEdit[] {
  const after = new Map(files);
  for (const step of steps) {
    for (const { file, edits } of step.edits(projectOn(new Map(after)), tools)) {
      after.set(file, applyEdits(after.get(file) ?? "", edits));
    }
  }
  return editsBetween(files, after);
}

function secretStep(project: Project): SetUpStep {
  const { directory, framework, envFiles } = project;
  const { variable } = framework;
  const file = localEnvFile(project);
  const isReal = ({ entries }: EnvFile) =>
    entries.some(({ key, value }) => framework.variables.includes(key) && isSet(value));
  const real = envFiles.find(
    (one) => !one.isTemplate && directoryOf(one.path) === directory && isReal(one),
  );
  return {
    label: message("A random {0}", variable),
    file: real?.path ?? file,
    isDone: real !== undefined,
    isNeeded: true,
    edits: (current, { mint }) => storeSecret(current, variable, mint()),
  };
}

function isSet(value: string): boolean {
  const { kind } = judge(value);
  return kind !== "empty" && kind !== "placeholder" && kind !== "command";
}

function templateStep({ directory, framework, envFiles, repository }: Project): SetUpStep {
  const { variable } = framework;
  const isOwn = ({ path, isTemplate }: EnvFile) => isTemplate && directoryOf(path) === directory;
  const template = envFiles.find(isOwn);
  const path = template?.path ?? joinPath(directory, ".env.example");
  return {
    label: repository?.isIgnored(path)
      ? message("An empty {0} for others, shared by hand: git ignores it", variable)
      : message("An empty {0} for those who clone the repository", variable),
    file: path,
    isDone: template?.entries.some(({ key }) => framework.variables.includes(key)) === true,
    isNeeded: true,
    edits(project) {
      const text = project.envFiles.find((one) => one.path === path)?.text ?? "";
      return [{ file: path, edits: setEntry(text, variable, "") ?? [] }];
    },
  };
}

/** Not where there is no git to keep anything from. */
function ignoreStep(project: Project): readonly SetUpStep[] {
  if (project.repository === undefined) return [];
  const file = localEnvFile(project);
  const [edit] = ignoreEdit(project, [file]);
  return [
    {
      label: message("Entries that keep env files out of git"),
      file: edit?.file ?? joinPath(project.repository.rootOf(file) ?? "", ".gitignore"),
      isDone: edit === undefined,
      isNeeded: true,
      edits: (current) => ignoreEdit(current, [file]),
    },
  ];
}

function starterFiles(
  { framework, isDependency }: Project,
  { manifest }: Pick<SetUpPlace, "manifest">,
): readonly StarterFile[] {
  if (!isDependency) return [];
  const dependencies = dependenciesOf(manifest);
  return framework.starters.filter(({ needs }) => needs === undefined || needs in dependencies);
}

function starterStep(starter: StarterFile, project: Project, place: SetUpPlace): SetUpStep {
  const [own = "", ...others] = pathsOf(starter, project, place);
  const there = [own, ...others].find((path) => place.exists(path));
  // What sets the library up may be called anything; the first file is what sets it up.
  const isFirst = project.framework.starters[0] === starter;
  const setup = project.scripts.find(({ setups }) => setups.length > 0)?.path;
  const found = there ?? (isFirst ? setup : undefined);
  return {
    label: message(
      "A first {0} for {1}",
      own.slice(own.lastIndexOf("/") + 1),
      project.framework.name,
    ),
    file: found ?? own,
    isDone: found !== undefined,
    isNeeded: false,
    edits: () => [{ file: own, edits: [{ start: 0, end: 0, newText: starter.text }] }],
  };
}

const ENDINGS = ["ts", "js", "tsx", "jsx", "mjs"];

/** Where the file would be written, and then where else it may be. */
function pathsOf(
  { path, instead, folder }: StarterFile,
  { directory }: Project,
  { sourceFolder, ending }: Pick<SetUpPlace, "sourceFolder" | "ending">,
): readonly string[] {
  const source = joinPath(directory, folder ?? sourceFolder).replace(/\/$/, "");
  const folders = [...new Set([source, directory, joinPath(directory, "src")])];
  const names = [path, ...instead];
  return [
    `${joinPath(source, path)}.${ending}`,
    ...folders.flatMap((base) =>
      names.flatMap((name) => ENDINGS.map((end) => `${joinPath(base, name)}.${end}`)),
    ),
  ];
}
