import { applyEdits, type Span } from "../edit.ts";
import type { Project } from "../project.ts";
import { sourcesOf } from "./sources.ts";

/**
 * True where a source of the project names a variable, or builds names that begin like it: then it
 * is read there, whatever the library does.
 */
export function namesVariable({ scripts }: Project, variable: string): boolean {
  const whole = new RegExp(`(?<![A-Z0-9_])${variable}(?![A-Z0-9_])`);
  const stem = variable.replace(/(?:\d+|FILE)$/, "");
  const built = new RegExp(`(?<![A-Z0-9_])${stem}(?:\\$\\{|["'\`])`);
  const isNamed = (text: string) => whole.test(text) || (stem !== variable && built.test(text));
  return scripts.some(
    ({ text, importedTexts }) => isNamed(text) || [...importedTexts.values()].some(isNamed),
  );
}

/**
 * True where something else than the auth library reads a variable: a source beyond the options that
 * it hands over, or a configuration file that passes it on.
 */
export function isReadElsewhere(project: Project, variable: string): boolean {
  const handed = sourcesOf(project).filter((source) => source.variable === variable);
  const scripts = project.scripts.map((script) => {
    const own = handed.filter(({ file }) => file === script.path).map(({ span }) => span);
    return { ...script, text: without(script.text, own) };
  });
  return namesVariable({ ...project, scripts }, variable) || isPassedOn(project, variable);
}

/** True where a configuration file puts a variable in somewhere: `${NAME}`, `$NAME`. */
export function isPassedOn({ configFiles }: Project, variable: string): boolean {
  const reference = new RegExp(`\\$\\{?${variable}(?![A-Za-z0-9_])`);
  return configFiles.some(({ text }) => reference.test(text));
}

function without(text: string, spans: readonly Span[]): string {
  const edits = spans.map((span) => ({ ...span, newText: "" }));
  const apart = edits.filter(
    (edit) =>
      !edits.some((other) => other !== edit && other.start <= edit.start && edit.start < other.end),
  );
  return applyEdits(text, apart);
}

/** True where a source hands over an empty list of secrets. */
export function handsEmptyList({ scripts }: Project): boolean {
  return scripts.some(({ text }) => /\bsecret\s*:\s*\[\s*\]/.test(text));
}
