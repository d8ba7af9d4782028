import { oncePerProject } from "./oncePerProject.ts";
import type { Project } from "./project.ts";
import { readSuppressions, type Suppressions } from "./suppression.ts";

/** A file's text with the comments in it that silence rules. */
export interface SuppressedText {
  readonly text: string;
  readonly suppressions: Suppressions;
}

const textsIn = oncePerProject(() => new Map<string, SuppressedText>());

/** The suppressions of a file that the project's findings can stand in. */
export function suppressionsIn(project: Project, file: string): SuppressedText {
  const texts = textsIn(project);
  const found = texts.get(file) ?? read(file, textOf(project, file));
  texts.set(file, found);
  return found;
}

function read(file: string, text: string): SuppressedText {
  return { text, suppressions: readSuppressions(file, text) };
}

function textOf({ envFiles, scripts, configFiles, texts }: Project, file: string): string {
  const searched = texts.get(file);
  if (searched !== undefined) return searched;
  const own = [...envFiles, ...scripts, ...configFiles].find(({ path }) => path === file);
  if (own) return own.text;
  return scripts.find((script) => script.importedTexts.has(file))?.importedTexts.get(file) ?? "";
}
