import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { type Growing, growingFor } from "../../test/support/soak/growth.ts";
import { readers, type TextReader } from "../../test/support/soak/readers.ts";
import { type Row, reasonOf, shown } from "./report.ts";

/** In UTF-16 units. */
const SHORTEST = 2 ** 12;
/** Milliseconds: what takes less is too short to compare. */
const LEAST = 10;
/** Milliseconds, three doublings from there: what takes longer is not doubled again… */
const ENOUGH = 8 * LEAST;
/**
 * …unless it grew too fast: where a text outgrows a cache of the processor, time grows faster for a
 * while, but the square of a length is the square at any length. What takes so long grew enough.
 */
const TOO_LONG = 5000;
/**
 * How much longer a text of twice the length may take, on the average of three doublings: twice as
 * long, and what a growing heap adds to it. With the square of the length it would be 4.
 */
const MOST_GROWTH = 2.5;
/** The least of so many times counts where the first is too long. */
const TRIES = 4;

const LIMIT = `twice as long: time × ${MOST_GROWTH}`;

setFlagsFromString("--expose-gc");
const collectGarbage = runInNewContext("gc") as (asked: { readonly type: string }) => void;

/**
 * How a reader's time grows when a text of one small part over and over gets twice as long.
 *
 * @param names parts of the readers' names; an empty one is part of all
 * @param longest in UTF-16 units
 */
export function growth({
  names,
  longest,
}: {
  readonly names: readonly string[];
  readonly longest: number;
}): readonly Row[] {
  const chosen = readers.filter((reader) => names.some((name) => reader.name.includes(name)));
  return chosen.map((reader) => {
    const start = performance.now();
    const found = growingFor(reader).map((growing) => measure(reader, growing, longest));
    const failed = found.flatMap(({ failure }) => failure ?? []);
    console.error(`  ${reader.name}: ${failed.length} failed`);
    return {
      name: reader.name,
      runs: found.length,
      time: performance.now() - start,
      limit: LIMIT,
      note: summary(found),
      failure: failed.length > 0 ? failed.join("\n") : undefined,
    };
  });
}

interface Measured {
  readonly part: string;
  /** Of the longest text that was read. */
  readonly length: number;
  /** Milliseconds for it. */
  readonly time: number;
  /** How much longer one doubling took, at the end. */
  readonly growth: number;
  readonly failure: string | undefined;
}

function measure(reader: TextReader, { part, ofLength }: Growing, longest: number): Measured {
  const times: number[] = [];
  let length = SHORTEST;
  for (; length <= longest && isToGrow(times); length *= 2) {
    const input = ofLength(length);
    try {
      // Of what was read before; collecting all of it would take longer than reading.
      collectGarbage({ type: "minor" });
      times.push(timeOf(reader, input));
      for (let left = TRIES - 1; left > 0 && growthOf(times) > MOST_GROWTH; left--) {
        collectGarbage({ type: "major" });
        times.push(Math.min(times.pop() ?? 0, timeOf(reader, input)));
      }
    } catch (error) {
      const failure = `${shown(part)} to ${sizeOf(length)}: ${reasonOf(error)}`;
      return { part, length, time: 0, growth: growthOf(times), failure };
    }
  }
  const growth = growthOf(times);
  const reached = { part, length: length / 2, time: times.at(-1) ?? 0, growth };
  return { ...reached, failure: growth > MOST_GROWTH ? textOf(reached) : undefined };
}

function isToGrow(times: readonly number[]): boolean {
  const time = times.at(-1) ?? 0;
  return time < ENOUGH || (growthOf(times) > MOST_GROWTH && time < TOO_LONG);
}

/** The factor of one doubling, over the last three of them; 0 while they are too short to compare. */
function growthOf(times: readonly number[]): number {
  const [before = 0, , , now = 0] = times.slice(-4);
  return before < LEAST ? 0 : Math.cbrt(now / before);
}

/**
 * The thread's own: what else a machine does counts for little, and nothing what V8's other threads
 * do, which look for garbage the longer the less of a processor they get.
 */
function timeOf(reader: TextReader, input: string): number {
  const start = process.threadCpuUsage();
  reader.read(input);
  const { user, system } = process.threadCpuUsage(start);
  return (user + system) / 1000;
}

function summary(found: readonly Measured[]): string {
  const shortest = Math.min(...found.map(({ length }) => length));
  const [steepest] = [...found].sort((a, b) => b.growth - a.growth);
  const from = `each to ${sizeOf(shortest)} or more`;
  return steepest === undefined || steepest.growth === 0
    ? from
    : `${from}; at most ${textOf(steepest)}`;
}

function textOf({ part, length, time, growth }: Omit<Measured, "failure">): string {
  return `× ${growth.toFixed(1)} (${codeOf(part)}, ${time.toFixed(0)} ms at ${sizeOf(length)})`;
}

function sizeOf(length: number): string {
  return length >= 2 ** 20 ? `${length / 2 ** 20} MB` : `${length / 2 ** 10} KB`;
}

function codeOf(part: string): string {
  const visible = JSON.stringify(part)
    .slice(1, -1)
    .replace(/[\u007f-\u00a0\u2028\u2029\ufeff]/g, (sign) => {
      return `\\u${sign.charCodeAt(0).toString(16).padStart(4, "0")}`;
    });
  return `\`${visible.replaceAll("|", "\\|").replaceAll("`", "'")}\``;
}
