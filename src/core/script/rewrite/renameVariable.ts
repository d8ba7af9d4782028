import { conflictsIn } from "../../dotenv/conflicts.ts";
import type { EnvEntry, EnvFile } from "../../dotenv/parse.ts";
import type { FileEdit, TextEdit } from "../../edit.ts";
import type { Project } from "../../project.ts";
import type { SecretSource } from "../script.ts";
import { sourcesOf } from "../sources.ts";
import { parseModule, type SyntaxNode } from "../syntax.ts";
import { dropItem } from "./dropItem.ts";
import { textOfFile } from "./moveOutFix.ts";
import { keyEdits } from "./patternKey.ts";
import { soundEdits } from "./soundEdits.ts";

/** An assignment of an env file under a name that the library has given up. */
export interface LegacyEntry {
  readonly file: EnvFile;
  readonly entry: EnvEntry;
}

/** Where source reads the secret from a variable of an earlier version. */
export function legacySources(project: Project): readonly SecretSource[] {
  return sourcesOf(project).filter(
    ({ kind, variable = "", option }) =>
      kind === "environment" &&
      option.kind === "session" &&
      option.framework.legacyVariables.includes(variable),
  );
}

/**
 * Where env files set one, unless they set the present one as well: that one counts then, and under
 * its name another value would come into use.
 */
export function legacyEntries(project: Project): readonly LegacyEntry[] {
  const { envFiles, framework } = project;
  const losers = new Set(conflictsIn(project).map(({ loser }) => loser.entry));
  return envFiles
    .filter(({ entries }) => !entries.some(({ key }) => key === framework.variable))
    .flatMap((file) =>
      file.entries
        .filter((entry) => framework.legacyVariables.includes(entry.key) && !losers.has(entry))
        .map((entry) => ({ file, entry })),
    );
}

/** Renames the variable in all of the project's source and env files. */
export function renameEdits(project: Project): readonly FileEdit[] {
  const edits = new Map<string, TextEdit[]>();
  const add = (file: string, some: readonly TextEdit[]) =>
    edits.set(file, [...(edits.get(file) ?? []), ...some]);
  for (const source of legacySources(project)) {
    const text = textOfFile(project, source.file);
    if (text !== undefined) add(source.file, renameIn(text, source));
  }
  for (const { file, entry } of legacyEntries(project)) {
    add(file.path, [{ ...entry.keySpan, newText: project.framework.variable }]);
  }
  const renamed = [...edits].map(([file, some]) => ({ file, edits: some }));
  return soundEdits(renamed, (file) => textOfFile(project, file));
}

function renameIn(text: string, source: SecretSource): readonly TextEdit[] {
  const { option, span, variable = "", isWhole } = source;
  const module = parseModule(source.file, text);
  const operand = operandAt(module.tree.resolveInner(span.start, 1), source);
  const whole = operand.parent;
  const name = option.framework.variable;
  const isBeside = (node: SyntaxNode) =>
    new RegExp(`\\b${name}\\b`).test(
      text.slice(node.from, operand.from) + text.slice(operand.to, node.to),
    );
  if (whole?.name === "BinaryExpression" && isBeside(whole))
    return besideOther(text, whole, operand);
  if (whole?.name === "ArrayExpression" && isBeside(whole)) {
    return dropItem(text, { start: operand.from, end: operand.to });
  }
  if (isWhole && option.propertySpan !== undefined && option.isVariableRedundant) {
    return dropItem(text, option.propertySpan);
  }
  const inPattern = keyEdits(module, span, name);
  if (inPattern !== undefined) return inPattern;
  const at = text.lastIndexOf(variable, span.end);
  return [{ start: at, end: at + variable.length, newText: name }];
}

/** The expression with its casts and brackets, as one operand of what is round it. */
function operandAt(start: SyntaxNode, { span }: SecretSource): SyntaxNode {
  let node = start;
  for (let parent = node.parent; parent !== null; parent = node.parent) {
    const isCast =
      parent.name === "BinaryExpression" &&
      (parent.getChild("as") ?? parent.getChild("satisfies")) !== null;
    const isWrapper = /^(PostfixExpression|ParenthesizedExpression)$/.test(parent.name);
    const isWider = parent.from < span.start || parent.to > span.end;
    if (isWider && !isCast && !isWrapper) return node;
    node = parent;
  }
  return node;
}

/** `a ?? b` without the operand: the other one alone. */
function besideOther(text: string, whole: SyntaxNode, operand: SyntaxNode): readonly TextEdit[] {
  const other = whole.firstChild?.from === operand.from ? whole.lastChild : whole.firstChild;
  if (other === null) return [];
  return [
    { start: whole.from, end: other.from, newText: "" },
    { start: other.to, end: whole.to, newText: "" },
  ].filter(({ start, end }) => text.slice(start, end) !== "");
}
