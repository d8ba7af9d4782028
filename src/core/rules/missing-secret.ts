import { isTestEnvFile } from "../dotenv/files.ts";
import { filesLoadedIn, localEnvFile } from "../dotenv/loadOrder.ts";
import type { EnvFile } from "../dotenv/parse.ts";
import { storeSecret } from "../dotenv/storeSecret.ts";
import type { Problem } from "../finding.ts";
import type { Framework } from "../frameworks/framework.ts";
import { type Message, message } from "../message.ts";
import { directoryOf, nameOf } from "../paths.ts";
import type { Project } from "../project.ts";
import { isTestFile } from "../script/files.ts";
import type { Setup } from "../script/script.ts";
import { sourcesOf } from "../script/sources.ts";
import type { Rule } from "./rule.ts";

export const missingSecret: Rule = {
  id: "missing-secret",
  title: "No env file sets the secret that the auth library looks for",
  defaultSeverity: "information",
  check(project): readonly Problem[] {
    const setup = isExpectedInFile(project) ? mainSetup(project) : undefined;
    const variable = setup && missingVariable(setup, project);
    if (setup === undefined || variable === undefined) return [];
    return [
      {
        file: setup.file,
        span: setup.span,
        message: message(
          "{0} has no secret as far as the project's files tell: {1}. If neither the shell nor the host sets {2}, generate one.",
          setup.framework.name,
          lookedAt(project, variable),
          variable,
        ),
      },
    ];
  },
  fixes(_problem, project) {
    const setup = mainSetup(project);
    const variable = setup && missingVariable(setup, project);
    if (variable === undefined) return [];
    return [
      {
        title: message("Set {0} to a new random secret in {1}", variable, localEnvFile(project)),
        preferred: true,
        timing: "manual",
        notice: message("Set {0} wherever the app is deployed too, to another secret.", variable),
        edits: ({ mint }) => storeSecret(project, variable, mint()),
      },
    ];
  },
};

/**
 * A package that has env files, or a template of them, keeps its variables there on a developer's
 * machine; one without any may well get all of them from elsewhere.
 */
function isExpectedInFile({ directory, envFiles, isDependency }: Project): boolean {
  const isOwn = ({ path }: EnvFile) => directoryOf(path) === directory && !isTestEnvFile(path);
  return isDependency && envFiles.some(isOwn);
}

interface PlacedSetup extends Setup {
  readonly file: string;
}

/** The call that holds for the whole app; undefined where there is none. */
function mainSetup({ framework, scripts }: Project): PlacedSetup | undefined {
  const setups = scripts
    .filter(({ path }) => !isTestFile(path))
    .flatMap(({ path, setups: own }) => own.map((setup) => ({ ...setup, file: path })))
    .filter((setup) => setup.framework.id === framework.id);
  return [...setups].sort((a, b) => rank(a.file) - rank(b.file))[0];
}

/** What runs before a route is often set up with a part of the options only. */
const RANKS: Readonly<Record<string, number>> = { auth: 0, middleware: 2, proxy: 2 };

function rank(file: string): number {
  const [name = ""] = nameOf(file).split(".");
  return RANKS[name] ?? 1;
}

/** The variable to set; undefined where one of those that would do is set, or may be. */
function missingVariable(setup: Setup, project: Project): string | undefined {
  const { framework, variables } = setup;
  const isTold = sourcesOf(project).some(
    ({ kind, option }) => option.kind === "session" && kind !== "environment",
  );
  if (variables === undefined || isTold) return undefined;
  const wanted = new Set([...framework.variables, ...variables]);
  const isSet =
    [...project.inheritedVariables].some((name) => wanted.has(name)) ||
    realFiles(project).some(({ entries }) => entries.some(({ key }) => wanted.has(key)));
  return isSet ? undefined : (newest(variables, framework) ?? framework.variable);
}

function newest(variables: readonly string[], framework: Framework): string | undefined {
  return variables.find((name) => !framework.legacyVariables.includes(name));
}

function realFiles({ envFiles }: Project): readonly EnvFile[] {
  return envFiles.filter(({ isTemplate }) => !isTemplate);
}

const MOST_NAMES = 4;

function lookedAt(project: Project, variable: string): Message {
  const files = realFiles(project);
  if (files.length === 0) return message("there is no env file");
  const loaded = filesLoadedIn(project, "development");
  const names = [...loaded, ...files.filter((file) => !loaded.includes(file))].map(
    ({ path }) => path,
  );
  const list = names.slice(0, MOST_NAMES).join(", ");
  const more = names.length - MOST_NAMES;
  return more > 0
    ? message("{0} is not set in {1} and {2} more", variable, list, more)
    : message("{0} is not set in {1}", variable, list);
}
