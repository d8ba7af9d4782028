import { applyEdits, type FileEdit, type Span, type TextEdit } from "../../edit.ts";
import type { Framework, RotatedVariables } from "../../frameworks/framework.ts";
import type { Project } from "../../project.ts";
import { moduleReader } from "../modules.ts";
import { readScript } from "../readScript.ts";
import type { SecretSource, Setup } from "../script.ts";
import { sourcesOf } from "../sources.ts";
import { addProperty } from "./addProperty.ts";
import { listElementAt } from "./listElement.ts";
import { textOfFile } from "./moveOutFix.ts";
import { readVariable } from "./readVariable.ts";
import { soundEdits } from "./soundEdits.ts";

/** The calls that set up the project's own library. */
export function ownSetups({ scripts, framework }: Project): readonly Setup[] {
  return scripts.flatMap(({ setups }) => setups.filter((one) => one.framework.id === framework.id));
}

/** Where the project's own library is handed a session's secret. */
export function ownSources(project: Project): readonly SecretSource[] {
  return sourcesOf(project).filter(
    ({ option }) => option.kind === "session" && option.framework.id === project.framework.id,
  );
}

/** The variable that a list of two holds behind this one; undefined where it is in no such list. */
export function listedBehind(project: Project, source: SecretSource): string | undefined {
  const text = textOfFile(project, source.file);
  const found = text === undefined ? undefined : listElementAt(source.file, text, source.span);
  const [other, ...more] = found?.others ?? [];
  if (other === undefined || more.length > 0 || other.from < source.span.start) return undefined;
  return ownSources(project).find(
    ({ file, span }) => file === source.file && span.start >= other.from && span.end <= other.to,
  )?.variable;
}

/**
 * The edits after which the library is handed both secrets wherever it is handed one, the new one
 * first. What they lead to is read again: undefined where not every set-up would get both.
 */
export function listSecrets(
  project: Project,
  variables: RotatedVariables,
): readonly FileEdit[] | undefined {
  const handed = ownSources(project).filter(({ variable }) => variable !== variables.old);
  if (ownSetups(project).length === 0 && handed.length === 0) return undefined;
  const edits = new SourceEdits(project);
  for (const source of handed) {
    if (source.variable !== variables.variable || source.isPublic) return undefined;
    if (
      listedBehind(project, source) !== variables.old &&
      !edits.add(source.file, handBoth(project, source, variables))
    )
      return undefined;
  }
  // An object that several set-ups share comes first: then the others need none of their own.
  const places = ownSetups(project).map((setup, index) => ({ ...setup, index }));
  for (const { options, index } of [...places].sort(bySharing)) {
    const isMissing = edits.setups()[index]?.variables?.length === 0;
    if (isMissing && options) edits.add(options.file, addBoth(project, options, variables));
  }
  const wanted = [variables.variable, variables.old].join();
  if (!edits.setups().every((one) => one.variables?.join() === wanted)) return undefined;
  const sound = soundEdits(edits.all, (file) => textOfFile(project, file));
  return sound.length === edits.all.length ? sound : undefined;
}

/** Edits in offsets of the original texts, and what the project looks like with them. */
class SourceEdits {
  readonly #project: Project;
  readonly #edits = new Map<string, readonly TextEdit[]>();

  constructor(project: Project) {
    this.#project = project;
  }

  get all(): readonly FileEdit[] {
    return [...this.#edits].map(([file, edits]) => ({ file, edits }));
  }

  add(file: string, edits: readonly TextEdit[]): boolean {
    const known = this.#edits.get(file) ?? [];
    const isKnown = (edit: TextEdit) =>
      known.some((other) => other.start === edit.start && other.newText === edit.newText);
    this.#edits.set(file, [...known, ...edits.filter((edit) => !isKnown(edit))]);
    return edits.length > 0;
  }

  setups(): readonly Setup[] {
    const project = this.#project;
    const read = (file: string) => {
      const text = textOfFile(project, file);
      return text === undefined ? undefined : applyEdits(text, this.#edits.get(file) ?? []);
    };
    const modules = moduleReader(read);
    const scripts = project.scripts.map(({ path }) =>
      readScript(path, read(path) ?? "", project.framework, { modules }),
    );
    return ownSetups({ ...project, scripts });
  }
}

/** A literal in another file than the call is one that may be shared. */
function bySharing(a: Setup, b: Setup): number {
  return Number(isImported(b)) - Number(isImported(a));
}

function isImported({ options, file }: Setup): boolean {
  return options !== undefined && options.file !== file;
}

/** Puts the list in the place of a single variable; no edits where that is not all that stands there. */
function handBoth(
  project: Project,
  source: SecretSource,
  { variable, old }: RotatedVariables,
): readonly TextEdit[] {
  const text = textOfFile(project, source.file);
  const property = source.option.propertySpan;
  if (text === undefined || property === undefined || source.usedAt || !source.isWhole) return [];
  const key = text.slice(property.start, source.span.start);
  const casts = text.slice(source.span.end, property.end);
  const isPlain = /^["']?secret["']?\s*:\s*$/.test(key);
  if (!isPlain || !/^(?:\s*!|\s+as\s+string)*$/.test(casts)) return [];
  const read = text.slice(source.span.start, source.span.end);
  const other = read.replace(new RegExp(`\\b${variable}(?=["']?\\]?$)`), old);
  if (other === read || !/[.[]/.test(read)) return [];
  const newText = listOf(source.file, read, other);
  return [{ start: source.span.start, end: property.end, newText }];
}

/** `[a!, b!].filter(Boolean)`: of the type `string[]`, and right where one of them is not set. */
function listOf(file: string, ...expressions: readonly string[]): string {
  const mark = isTypeScript(file) ? "!" : "";
  return `[${expressions.map((each) => each + mark).join(", ")}].filter(Boolean)`;
}

export function isTypeScript(file: string): boolean {
  return /\.[cm]?tsx?$/.test(file);
}

/** The option as a person would write it into a file, below the import that it needs. */
export function listOption(
  framework: Framework,
  { variable, old }: RotatedVariables,
  file: string,
): string {
  const [own, other] = [variable, old].map((name) => readVariable("", framework, name));
  if (own === undefined || other === undefined) return "";
  const imports = own.edits.map(({ newText }) => `// ${newText}`).join("");
  return `${imports}secret: ${listOf(file, own.expression, other.expression)},\n`;
}

/** Adds the option to an object literal, behind what it holds. */
function addBoth(
  project: Project,
  { file, span }: { readonly file: string; readonly span: Span },
  { variable, old }: RotatedVariables,
): readonly TextEdit[] {
  const text = textOfFile(project, file);
  if (text === undefined) return [];
  const read = readVariable(text, project.framework, variable);
  const other = readVariable(text, project.framework, old).expression;
  const option = `secret: ${listOf(file, read.expression, other)}`;
  return [...read.edits, ...addProperty(file, text, span, option)];
}
