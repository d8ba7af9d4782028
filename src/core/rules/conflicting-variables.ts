import { type Conflict, conflictsIn } from "../dotenv/conflicts.ts";
import { commentOutAll } from "../dotenv/removeEntry.ts";
import type { Fix, Problem } from "../finding.ts";
import { type Message, message } from "../message.ts";
import type { Project } from "../project.ts";
import { isReadElsewhere } from "../script/mentions.ts";
import { sourcesOf } from "../script/sources.ts";
import type { Rule } from "./rule.ts";

export const conflictingVariables: Rule = {
  id: "conflicting-variables",
  title: "Two names of the same secret are set to different values",
  defaultSeverity: "warning",
  check: (project) =>
    conflictsOf(project).map((conflict) => {
      const { winner, loser } = conflict;
      return {
        file: loser.file.path,
        span: loser.entry.keySpan,
        message: messageFor(conflict, project),
        related: [
          {
            file: winner.file.path,
            span: winner.entry.keySpan,
            message: message("{0} is set here, and wins.", winner.entry.key),
          },
        ],
      };
    }),
  fixes(problem, project): readonly Fix[] {
    const found = conflictsOf(project).find((conflict) => isAbout(problem, conflict));
    if (found === undefined) return [];
    const { winner, loser } = found;
    const { key } = loser.entry;
    // Renamed in the source first, it is of no use any more.
    const isHanded = sourcesOf(project).some(({ variable }) => variable === key);
    // An assignment above the last one would count once that is gone.
    const gone = loser.file.entries.filter((entry) => entry.key === key);
    const edits = isHanded ? undefined : commentOutAll(loser.file.text, gone);
    if (edits === undefined) return [];
    return [
      {
        title: message("Comment out {0}, so that {1} is left", loser.entry.key, winner.entry.key),
        preferred: true,
        timing: "manual",
        notice: message(
          "Make sure that {0} is what the app has wherever it is deployed, too.",
          winner.entry.key,
        ),
        edits: () => [{ file: problem.file, edits }],
      },
    ];
  },
};

/** None where the library is only assumed, where the source chooses, or where the other one serves something else. */
function conflictsOf(project: Project): readonly Conflict[] {
  if (!project.isDependency) return [];
  return conflictsIn(project).filter(
    ({ loser: { entry } }) => !isChosen(entry.key, project) && !isReadElsewhere(project, entry.key),
  );
}

function isChosen(variable: string, { scripts, framework }: Project): boolean {
  return scripts
    .flatMap(({ setups }) => setups)
    .filter((setup) => setup.framework.id === framework.id)
    .some(({ variables }) => variables === undefined || variables.includes(variable));
}

function isAbout({ file, span }: Problem, { loser }: Conflict): boolean {
  return loser.file.path === file && loser.entry.keySpan.start === span.start;
}

function messageFor({ winner, loser }: Conflict, { framework }: Project): Message {
  const version = framework.lookup.since?.[loser.entry.key];
  const lost =
    version === undefined
      ? message("{0} takes {1}, not {2}.", framework.name, winner.entry.key, loser.entry.key)
      : message(
          "{0} takes {1}, not {2}, which it reads since {3} only.",
          framework.name,
          winner.entry.key,
          loser.entry.key,
          version,
        );
  return message(
    "{0} The two have different values, so whatever reads the other name, such as another version of the library or a middleware, makes and expects other sessions. Keep one of them.",
    lost,
  );
}
