import type { FileEdit, TextEdit } from "../../edit.ts";
import type { Project } from "../../project.ts";
import type { SecretSource } from "../script.ts";
import { type Module, type SyntaxNode, textOf } from "../syntax.ts";
import { dropItem } from "./dropItem.ts";
import { listElementAt } from "./listElement.ts";
import { textOfFile } from "./moveOutFix.ts";
import { ownSources } from "./secretList.ts";
import { soundEdits } from "./soundEdits.ts";

/**
 * The edits after which no list of secrets reads a variable any more. A list of which one secret
 * is left becomes that secret, and the option goes where the library reads it by itself; one with
 * comments in it stays a list.
 * Undefined where the variable is read in another way than as an element of a list.
 */
export function dropFromLists(project: Project, variable: string): readonly FileEdit[] | undefined {
  const edits = new Map<string, readonly TextEdit[]>();
  for (const source of ownSources(project).filter((one) => one.variable === variable)) {
    const text = textOfFile(project, source.file);
    const own = text === undefined ? undefined : dropElement(text, source, project);
    if (own === undefined) return undefined;
    edits.set(source.file, [...(edits.get(source.file) ?? []), ...own]);
  }
  const all = [...edits].map(([file, own]) => ({ file, edits: own }));
  const sound = soundEdits(all, (file) => textOfFile(project, file));
  return sound.length === all.length ? sound : undefined;
}

function dropElement(
  text: string,
  source: SecretSource,
  project: Project,
): readonly TextEdit[] | undefined {
  const found = listElementAt(source.file, text, source.span);
  if (found === undefined) return undefined;
  const { module, element, list } = found;
  const [only, ...more] = found.others;
  const hasComment = /\/[/*]/.test(textOf(module, list));
  if (only === undefined || more.length > 0 || hasComment) {
    return dropItem(text, { start: element.from, end: element.to });
  }
  const { propertySpan } = source.option;
  const value = filtered(module, list);
  const isRedundant =
    propertySpan?.end === value.to &&
    source.option.isVariableRedundant &&
    ownSources(project).some(
      ({ file, span, variable }) =>
        file === source.file &&
        variable === project.framework.variable &&
        span.start >= only.from &&
        span.end <= only.to,
    );
  if (isRedundant && propertySpan) return dropItem(text, propertySpan);
  const kept = textOf(module, only);
  const isAssertion = only.name === "PostfixExpression" && !source.option.isRequired;
  const newText = isAssertion ? kept.replace(/(?<!\s)\s*!$/, "") : kept;
  return [{ start: value.from, end: value.to, newText }];
}

/** The list with the `.filter(Boolean)` behind it. */
function filtered(module: Module, list: SyntaxNode): SyntaxNode {
  const call = list.parent?.parent;
  const isFilter =
    list.parent?.name === "MemberExpression" &&
    call?.name === "CallExpression" &&
    call.from === list.from &&
    /^\s*\.\s*filter\s*\(\s*Boolean\s*\)$/.test(module.text.slice(list.to, call.to));
  return isFilter && call ? call : list;
}
