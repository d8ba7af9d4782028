import { BOUNDARY, codeLevels, LEVELS } from "../../src/core/secret/explain/letterCoding.ts";
import { choiceOf } from "../../src/core/secret/rangeReader.ts";
import { packBytes, tally } from "./packing.ts";
import { rangeWriter } from "./rangeWriter.ts";

/** The constants of `letters.ts`: the levels, by the second of the two letters before. */
export function packLetters(known: readonly number[]): Readonly<Record<string, unknown>> {
  const levels = Uint8Array.from(known);
  const seconds = Array.from({ length: BOUNDARY + 1 }, (_, second) => second);
  const counts = tally(81, LEVELS.length);
  const counting = (_: unknown, situation: number, level: number) => {
    counts.note(situation, level);
    return level;
  };
  for (const second of seconds) codeLevels(rangeWriter(), counting, second, levels);
  const choice = choiceOf(counts.packed(), LEVELS.length);
  const bytes: number[] = [];
  const starts = seconds.map((second) => {
    const start = bytes.length;
    const writer = rangeWriter();
    codeLevels(writer, choice, second, levels);
    bytes.push(...writer.bytes());
    return start;
  });
  return { LETTERS: packBytes(bytes), STARTS: starts, COUNTS: counts.packed() };
}
