import { analyze, fixesOf, type RuleSettings } from "./analyze.ts";
import { applyEdits, type FileEdit, type TextEdit } from "./edit.ts";
import type { Finding, Fix, FixTools } from "./finding.ts";
import type { Project } from "./project.ts";
import type { WorkspaceFiles } from "./workspace.ts";

/** What `fixAll` works on and with. */
export interface FixAllInput {
  readonly files: WorkspaceFiles;
  /** The projects to work on, as they are when their files have these texts. */
  projectsOn(files: WorkspaceFiles): readonly Project[];
  readonly rules: RuleSettings;
  readonly tools: FixTools;
  accepts(fix: Fix, finding: Finding): boolean;
}

/** A fix that does not end its finding must not be tried for ever. */
const MOST_FIXES = 1000;

/**
 * Applies every accepted fix, each on the text that the ones before it left, and gives the whole
 * as edits of the original texts: one edit a file, as small as a single edit can be.
 */
export function fixAll(input: FixAllInput): readonly FileEdit[] {
  const fixed = new Map(input.files);
  for (let count = 0; count < MOST_FIXES; count++) {
    const edits = nextEdits(input, fixed);
    if (!edits) break;
    for (const { file, edits: changes } of edits) {
      fixed.set(file, applyEdits(fixed.get(file) ?? "", changes));
    }
  }
  return editsBetween(input.files, fixed);
}

/** What turns some files into others: one edit for each that differs; none may go. */
export function editsBetween(before: WorkspaceFiles, after: WorkspaceFiles): readonly FileEdit[] {
  return [...after]
    .filter(([file, text]) => before.get(file) !== text)
    .map(([file, text]) => ({ file, edits: [smallestEdit(before.get(file) ?? "", text)] }));
}

function nextEdits(input: FixAllInput, files: WorkspaceFiles): readonly FileEdit[] | undefined {
  for (const project of input.projectsOn(files)) {
    for (const finding of analyze(project, input.rules)) {
      const fix = fixesOf(finding, project).find((candidate) => input.accepts(candidate, finding));
      const edits = fix?.edits(input.tools) ?? [];
      if (edits.some((edit) => changes(files.get(edit.file) ?? "", edit))) return edits;
    }
  }
  return undefined;
}

function changes(text: string, { edits }: FileEdit): boolean {
  return applyEdits(text, edits) !== text;
}

/** The one replacement that turns a text into another, leaving what both begin and end with. */
export function smallestEdit(from: string, to: string): TextEdit {
  const shorter = Math.min(from.length, to.length);
  let start = 0;
  while (start < shorter && from[start] === to[start]) start++;
  let tail = 0;
  while (tail < shorter - start && from[from.length - 1 - tail] === to[to.length - 1 - tail])
    tail++;
  return { start, end: from.length - tail, newText: to.slice(start, to.length - tail) };
}
