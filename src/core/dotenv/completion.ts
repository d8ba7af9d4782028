import type { Span } from "../edit.ts";
import type { Project } from "../project.ts";
import { judge } from "../secret/judge.ts";
import type { EnvFile } from "./parse.ts";
import { LIST_VARIABLE } from "./secretList.ts";

/** What can be completed at a place of an env file. */
export type EnvCompletion =
  | {
      readonly kind: "name";
      /** The secret's variables that the file does not set yet, the library's own first. */
      readonly variables: readonly string[];
      /** What has been typed of the name. */
      readonly span: Span;
    }
  | { readonly kind: "value"; readonly variable: string };

/** Up to the cursor: a name and nothing else, but for the word that exports it. */
const NAME_BEFORE = /^[^\S\r\n]*(?:export[^\S\r\n]+)?([\w.-]*)$/;

/** Undefined where nothing of ours belongs: in comments, values, and lines that are complete. */
export function completionAt(
  project: Project,
  file: EnvFile,
  offset: number,
): EnvCompletion | undefined {
  const holder = file.entries.find(({ span }) => span.start <= offset && offset <= span.end);
  if (holder) return valueCompletion(file, project, offset);
  const { before, after } = lineAround(file.text, offset);
  const typed = NAME_BEFORE.exec(before)?.[1];
  if (typed === undefined || after.trim() !== "") return undefined;
  const variables = missingVariables(project, file);
  const span = { start: offset - typed.length, end: offset };
  return variables.length > 0 ? { kind: "name", variables, span } : undefined;
}

function valueCompletion(
  { entries, isTemplate }: EnvFile,
  project: Project,
  offset: number,
): EnvCompletion | undefined {
  const entry = entries.find(({ literalSpan: { start, end } }) => start <= offset && offset <= end);
  if (!entry || isTemplate || judge(entry.value).kind !== "empty") return undefined;
  return namesOf(project).includes(entry.key) ? { kind: "value", variable: entry.key } : undefined;
}

/** Without the numbered ones, which have their place only while a secret is rotated. */
function missingVariables(project: Project, { entries }: EnvFile): readonly string[] {
  return namesOf(project).filter(
    (name) => !/_\d+$/.test(name) && !entries.some(({ key }) => key === name),
  );
}

/** Without names that are kept for older projects, and without what is no single secret. */
function namesOf({ framework, extraVariables }: Project): readonly string[] {
  const { variable, variables, legacyVariables } = framework;
  const current = variables.filter(
    (name) => !legacyVariables.includes(name) && name !== LIST_VARIABLE,
  );
  return [...new Set([variable, ...current, ...extraVariables])];
}

function lineAround(text: string, offset: number): { before: string; after: string } {
  const start =
    Math.max(text.lastIndexOf("\n", offset - 1), text.lastIndexOf("\r", offset - 1)) + 1;
  const [after = ""] = /[^\r\n]*/.exec(text.slice(offset)) ?? [];
  return { before: text.slice(start, offset).replace(/^\uFEFF/, ""), after };
}
