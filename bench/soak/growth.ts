import { growing } from "../../test/support/soak/growth.ts";
import { readers, type TextReader } from "../../test/support/soak/readers.ts";
import { type Row, reasonOf, shown } from "./report.ts";

/** In UTF-16 units. */
const LONGEST = 8 * 2 ** 20;
const SHORTEST = 2 ** 12;
/** Milliseconds: what takes less is too short to compare. */
const LEAST = 30;
/** Milliseconds: what takes longer is not doubled again. */
const ENOUGH = 1_000;
/** Doubling the input may double the time, and a machine that does other things too adds to it. */
const MOST_GROWTH = 3;

/** How each reader's time grows when a text of one small part over and over gets twice as long. */
export function growth(): readonly Row[] {
  return readers.map((reader) => {
    const start = performance.now();
    const found = growing.map(({ part, ofLength }) => measure(reader, part, ofLength));
    const failed = found.flatMap(({ failure }) => failure ?? []);
    const steep = found.filter(({ isSteep }) => isSteep);
    console.error(`  ${reader.name}: ${steep.length} steep, ${failed.length} failed`);
    return {
      name: reader.name,
      runs: found.length,
      time: performance.now() - start,
      note: [shortest(found), ...steep.map(({ text }) => text)].join("; "),
      failure: failed.length > 0 ? failed.join("\n") : undefined,
    };
  });
}

interface Measured {
  readonly text: string;
  readonly length: number;
  readonly isSteep: boolean;
  readonly failure: string | undefined;
}

function measure(reader: TextReader, part: string, ofLength: (length: number) => string): Measured {
  let before = 0;
  let length = SHORTEST;
  let now = 0;
  for (; length <= LONGEST && now < ENOUGH; length *= 2) {
    before = now;
    const input = ofLength(length);
    try {
      now = timeOf(reader, input);
    } catch (error) {
      const failure = `${shown(part)} to ${length} characters: ${reasonOf(error)}`;
      return { text: "", length, isSteep: false, failure };
    }
  }
  const isSteep = before > LEAST && now / before > MOST_GROWTH;
  const reached = length / 2;
  const text = `${codeOf(part)} to ${sizeOf(reached)}: × ${(now / before).toFixed(1)}, ${now.toFixed(0)} ms`;
  return { text, length: reached, isSteep, failure: undefined };
}

function timeOf(reader: TextReader, input: string): number {
  const start = performance.now();
  reader.read(input);
  return performance.now() - start;
}

function shortest(found: readonly Measured[]): string {
  return `to ${sizeOf(Math.min(...found.map(({ length }) => length)))} at least`;
}

function sizeOf(length: number): string {
  return length >= 2 ** 20 ? `${length / 2 ** 20} MB` : `${length / 2 ** 10} KB`;
}

function codeOf(part: string): string {
  return `\`${JSON.stringify(part).slice(1, -1).replaceAll("|", "\\|").replaceAll("`", "'")}\``;
}
