import { storeSecret } from "../../dotenv/storeSecret.ts";
import type { Fix, Problem } from "../../finding.ts";
import { type Message, message } from "../../message.ts";
import type { Project } from "../../project.ts";
import type { SecretSource } from "../script.ts";
import { sourcesOf } from "../sources.ts";
import { enclosing, parseModule } from "../syntax.ts";
import { mayRepeatFor } from "./repeats.ts";
import { soundEdits } from "./soundEdits.ts";
import { moveOut, type Rewrite } from "./sourceEdits.ts";

/** The source that a problem is about. */
export function sourceAt({ file, span }: Problem, project: Project): SecretSource | undefined {
  return sourcesOf(project).find(
    (source) =>
      source.file === file && source.span.start === span.start && source.span.end === span.end,
  );
}

/** The text of a file that the project's scripts are or were read from. */
export function textOfFile(project: Project, file: string): string | undefined {
  const own = project.scripts.find(({ path }) => path === file)?.text;
  return (
    own ??
    project.scripts.find(({ importedTexts }) => importedTexts.has(file))?.importedTexts.get(file)
  );
}

/**
 * The fix that leaves only the environment to read the secret from, and puts a new one there where
 * there is none yet.
 */
export function moveOutFix(problem: Problem, project: Project): readonly Fix[] {
  const source = sourceAt(problem, project);
  const text = source && textOfFile(project, source.expression.file);
  if (source === undefined || text === undefined || !mayGo(text, source)) return [];
  const { rewrite, edits: own } = moveOut(text, source, sourcesOf(project));
  const edits = soundEdits([{ file: source.expression.file, edits: own }], () => text);
  if (edits.length === 0) return [];
  const variable = variableBeside(source, project) ?? source.option.framework.variable;
  // What would be written tells whether anything has to be: no real value is ever overwritten.
  const isSet = storeSecret(project, variable, "any").length === 0;
  return [
    {
      title: titleFor(source, rewrite, variable, isSet),
      preferred: true,
      timing: "manual",
      notice: message(
        "The old value is known to everyone who can read the code, so it was not kept: sessions made with it end. Set {0} wherever the app is deployed.",
        variable,
      ),
      edits: ({ mint }) => [...edits, ...storeSecret(project, variable, mint())],
    },
  ];
}

function titleFor(
  { expression }: SecretSource,
  rewrite: Rewrite,
  variable: string,
  isSet: boolean,
): Message {
  if (expression.remainder !== undefined) {
    return isSet
      ? message("Leave it to {0}, which is set", variable)
      : message("Leave it to {0}, set to a new random secret", variable);
  }
  if (rewrite === "removed") {
    return isSet
      ? message("Remove it: {0} is set", variable)
      : message("Remove it, and set {0} to a new random secret", variable);
  }
  return isSet
    ? message("Read {0} instead, which is set", variable)
    : message("Read {0} instead, set to a new random secret", variable);
}

/** The variable that is read beside a value that stands in for it. */
export function variableBeside(source: SecretSource, project: Project): string | undefined {
  const { remainder } = source.expression;
  if (remainder === undefined) return undefined;
  const names = sourcesOf(project)
    .filter(
      ({ file, kind, isPublic, span }) =>
        file === source.file &&
        kind === "environment" &&
        !isPublic &&
        span.start >= remainder.start &&
        span.end <= remainder.end,
    )
    .flatMap(({ variable }) => variable ?? []);
  const { variable: own } = source.option.framework;
  return source.option.kind === "session" && names.includes(own) ? own : names[0];
}

const ENUMS = new Set(["EnumDeclaration"]);

/** An enum's members have to be constants, and a program that waits for a value has to get one. */
export function mayGo(text: string, { expression: { file, span } }: SecretSource): boolean {
  const module = parseModule(file, text);
  const node = module.tree.resolveInner(span.start, 1);
  return enclosing(node, ENUMS) === undefined && !mayRepeatFor(module, span);
}
