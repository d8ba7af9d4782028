import { secretEntries } from "../dotenv/secretEntries.ts";
import type { Span } from "../edit.ts";
import type { Fix, Problem } from "../finding.ts";
import { message } from "../message.ts";
import type { Project } from "../project.ts";
import { coverOf } from "../sorted.ts";
import type { Rule } from "./rule.ts";

/** What `auth secret` prints since the name belongs to Better Auth: read in auth 1.7.7, `dist/index.mjs`. */
const PRINTED_VARIABLE = "BETTER_AUTH_SECRET";

/** The last version of Auth.js's own command: it writes AUTH_SECRET to `.env.local`. */
const LAST_VERSION = "1.2.3";

/**
 * The command by all package runners, without a version or with one that means the newest: `^1.2` is
 * 1.7 today. One that names the old version says what it wants.
 */
const COMMAND =
  /\b(?:npx|pnpx|bunx|bun x|pnpm dlx|yarn dlx|npm exec)(?: (?:--yes|-y|--))* auth(?:@(?:latest|\^?1(?:\.x)*|\^1\.\d[\w.-]*))? secret\b/g;

export const outdatedCommand: Rule = {
  id: "outdated-command",
  title: "The command that made AUTH_SECRET, whose name belongs to another library now",
  defaultSeverity: "information",
  check(project) {
    if (!isForOthers(project)) return [];
    return textsOf(project).flatMap(([file, text]) => {
      const isValue = coverOf(valuesIn(project, file));
      return commandsIn(text)
        .filter(({ span }) => !isValue(span.start))
        .map(({ span }) => ({
          file,
          span,
          message: message(
            "This no longer makes the secret of {0}: `auth` on npm is Better Auth's now, and prints {1}. Auth.js's last version of it is {2}.",
            project.framework.name,
            PRINTED_VARIABLE,
            LAST_VERSION,
          ),
        }));
    });
  },
  fixes: (problem, project) => [...pinFix(problem, project), generateFix(project)],
};

function isForOthers({ libraries }: Project): boolean {
  return (
    libraries.length > 0 &&
    libraries.every(({ variables }) => !variables.includes(PRINTED_VARIABLE))
  );
}

function textsOf({ texts, envFiles, scripts }: Project): readonly (readonly [string, string])[] {
  const read = [...envFiles, ...scripts].map(({ path, text }) => [path, text] as const);
  return [...texts, ...read];
}

interface Command {
  readonly span: Span;
  /** The package with the version behind it. */
  readonly name: Span;
}

function commandsIn(text: string): readonly Command[] {
  return [...text.matchAll(COMMAND)].map((match) => {
    const end = match.index + match[0].length;
    const nameEnd = end - " secret".length;
    const nameStart = match.index + match[0].search(/auth(?:@\S*)? secret$/);
    return {
      span: { start: match.index, end },
      name: { start: nameStart, end: nameEnd },
    };
  });
}

/** Pasted as the value itself it is no command at all, which another rule says. */
function valuesIn(project: Project, path: string): readonly Span[] {
  return secretEntries(project).flatMap(({ file, span }) => (file.path === path ? [span] : []));
}

function pinFix({ file, span }: Problem, project: Project): readonly Fix[] {
  const text = textsOf(project).find(([path]) => path === file)?.[1] ?? "";
  const found = commandsIn(text).find((command) => command.span.start === span.start);
  if (found === undefined) return [];
  const newText = `auth@${LAST_VERSION}`;
  return [
    {
      title: message("Name the version: {0}", newText),
      preferred: true,
      timing: "manual",
      edits: () => [{ file, edits: [{ ...found.name, newText }] }],
    },
  ];
}

function generateFix({ framework }: Project): Fix {
  return {
    title: message("Generate {0} here and now", framework.variable),
    preferred: false,
    timing: "manual",
    task: { kind: "command", command: "authSecret.generate" },
    edits: () => [],
  };
}
