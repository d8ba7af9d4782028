import { readFileSync } from "node:fs";

/**
 * The commonest words of languages that no packaged list has, as people type them on a Latin
 * keyboard: one language a line, its code first.
 */
export function romanised(): readonly (readonly string[])[] {
  const text = readFileSync(new URL("romanised.txt", import.meta.url), "utf8");
  return text
    .split("\n")
    .map((line) => line.split(" ").slice(1))
    .filter((words) => words.length > 0);
}
