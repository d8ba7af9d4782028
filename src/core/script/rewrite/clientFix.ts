import { lastEntry } from "../../dotenv/edit.ts";
import { filesLoadedIn } from "../../dotenv/loadOrder.ts";
import { storeSecret } from "../../dotenv/storeSecret.ts";
import type { Fix, Problem } from "../../finding.ts";
import { message } from "../../message.ts";
import type { Project } from "../../project.ts";
import type { SecretSource } from "../script.ts";
import { sourcesOf } from "../sources.ts";
import { parseModule } from "../syntax.ts";
import { mayGo, sourceAt, textOfFile, variableBeside } from "./moveOutFix.ts";
import { providerName } from "./providerName.ts";
import { soundEdits } from "./soundEdits.ts";
import { replaceByVariable } from "./sourceEdits.ts";

/** Providers of one kind that a project has at most, for names to try. */
const MOST_ALIKE = 9;

/**
 * The fix that moves a client secret to the environment. It keeps the value: only the provider can
 * make another, and sign-in would fail without. No fix where no variable can take it.
 */
export function clientFix(problem: Problem, project: Project): readonly Fix[] {
  const source = sourceAt(problem, project);
  const text = source && textOfFile(project, source.expression.file);
  if (source === undefined || text === undefined || source.value === undefined) return [];
  if (!mayGo(text, source)) return [];
  const { value } = source;
  const { file } = source.expression;
  const variable = variablesFor(text, source, project).find((name) => takes(project, name, value));
  if (variable === undefined) return [];
  const edits = soundEdits(
    [{ file, edits: replaceByVariable(text, source, variable) }],
    () => text,
  );
  if (edits.length === 0) return [];
  return [
    {
      title: message("Read {0} instead, and move the value to the environment", variable),
      preferred: true,
      timing: "manual",
      notice: message(
        "The value is known to everyone who can read the code: let the provider make a new one and put that in {0}.",
        variable,
      ),
      edits: () => [...edits, ...storeSecret(project, variable, value)],
    },
  ];
}

/** The variable that is read already; else the provider's, and those of a second one of its kind. */
function variablesFor(text: string, source: SecretSource, project: Project): readonly string[] {
  const { expression, span, option, file } = source;
  if (expression.remainder !== undefined) {
    const beside = variableBeside(source, project);
    return beside === undefined ? [] : [beside];
  }
  const provider = providerName(parseModule(file, text), span) ?? "PROVIDER";
  const read = new Set(sourcesOf(project).map(({ variable }) => variable));
  return Array.from({ length: MOST_ALIKE }, (_, index) =>
    option.framework.clientVariable(index === 0 ? provider : `${provider}_${index + 1}`),
  ).filter((name) => !read.has(name) || holds(project, name, source.value));
}

/** True where the variable has this very value, or can be given it. */
function takes(project: Project, variable: string, value: string): boolean {
  return holds(project, variable, value) || storeSecret(project, variable, value).length > 0;
}

function holds(project: Project, variable: string, value: string | undefined): boolean {
  const entry = filesLoadedIn(project, "development")
    .map(({ entries }) => lastEntry(entries, variable))
    .find((found) => found !== undefined);
  return entry !== undefined && entry.value === value;
}
