import { type Module, parseModule, type SyntaxNode } from "../syntax.ts";
import { misplaced, strayBrace } from "./braces.ts";
import { errorsOf, hasErrors } from "./errors.ts";
import type { Exchange } from "./exchange.ts";
import { danglingDot, halfCall, missingMark, openImport, patternRepair } from "./missingMark.ts";

/** Rounds of mending; each shows the parser more of what follows a break. */
const MOST_ROUNDS = 6;

/**
 * The module with its breaks mended as far as a reader would: a comma where one is missing, a colon
 * for an `=`. Only characters are exchanged, so every offset stays what it is in the real text.
 */
export function repaired(module: Module): Module {
  let current = withoutConflictMarks(module);
  for (let round = 0; round < MOST_ROUNDS && hasErrors(current.tree); round++) {
    const changes = repairsOf(current);
    if (changes.size === 0) break;
    current = parseModule(module.path, exchanged(current.text, changes), current);
  }
  return current === module ? module : { ...current, written: module.text };
}

function exchanged(text: string, changes: ReadonlyMap<number, string>): string {
  let result = "";
  let from = 0;
  for (const [at, character] of [...changes].sort(([a], [b]) => a - b)) {
    result += text.slice(from, at) + character;
    from = at + 1;
  }
  return result + text.slice(from);
}

const CONFLICT = /^(?:<{7}|={7}|>{7}|\|{7})(?: .*)?$/gm;

/** Both sides of an unfinished merge count: its marks alone are taken out. */
function withoutConflictMarks(module: Module): Module {
  if (module.index.positionsOf("<<<<<<<").length === 0) return module;
  const text = module.text.replace(CONFLICT, (mark) => " ".repeat(mark.length));
  return parseModule(module.path, text, module);
}

/** Which characters to exchange, by their offset. */
function repairsOf(module: Module): ReadonlyMap<number, string> {
  const changes = new Map<number, string>();
  const errors = errorsOf(module);
  let mended: number | undefined;
  for (const error of errors) {
    // What the parser says of the rest of a line follows from its first break.
    if (mended !== undefined && isNear(module.text, mended, error.from)) continue;
    const change = repairOf(module, error);
    if (change === undefined) continue;
    changes.set(change.at, change.character);
    if (change.standIn !== undefined) changes.set(change.standIn, "_");
    mended = Math.max(change.at, error.from);
  }
  if (changes.size === 0) return misplaced(module, errors);
  return changes;
}

function repairOf(module: Module, error: SyntaxNode): Exchange | undefined {
  return (
    openImport(module.text, error) ??
    danglingDot(module.text, error) ??
    patternRepair(module.text, error) ??
    halfCall(error) ??
    missingMark(module.text, error) ??
    strayBrace(module, error)
  );
}

/** True on the same line and on the next one. */
function isNear(text: string, from: number, to: number): boolean {
  const next = text.indexOf("\n", from);
  const second = next < 0 ? -1 : text.indexOf("\n", next + 1);
  return second < 0 || to <= second;
}
