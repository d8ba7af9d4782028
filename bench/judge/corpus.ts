import { existsSync, readFileSync } from "node:fs";
import type { VerdictKind } from "../../src/core/secret/judge.ts";

export interface CorpusLine {
  readonly value: string;
  /** What a careful reader calls it; `weak` for what is made and no more. */
  readonly class: VerdictKind | "weak";
}

/** Kinds that all say: somebody made this, do not use it. One kind for the first measure. */
export const HUMAN: ReadonlySet<string> = new Set([
  "passphrase",
  "placeholder",
  "command",
  "published",
  "weak",
]);

/** One JSON object a line, with `value` and `class`. Ends the program with a sentence if missing. */
export function readCorpus(path: string): readonly CorpusLine[] {
  return linesOf(path, "--corpus").map((line) => JSON.parse(line));
}

/** The public list of JWT secrets, one a line. */
export function readSecrets(path: string): readonly string[] {
  return linesOf(path, "--secrets");
}

function linesOf(path: string, option: string): string[] {
  if (!existsSync(path)) {
    console.error(`There is no file ${path}: say where it is with ${option}=PATH.`);
    process.exit(2);
  }
  return readFileSync(path, "utf8")
    .split(/\r?\n/)
    .filter((line) => line !== "");
}
