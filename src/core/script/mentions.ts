import type { Project } from "../project.ts";

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

/** True where a source hands over an empty list of secrets. */
export function handsEmptyList({ scripts }: Project): boolean {
  return scripts.some(({ text }) => /\bsecret\s*:\s*\[\s*\]/.test(text));
}
