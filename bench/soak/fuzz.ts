import { runInNewContext } from "node:vm";
import fc from "fast-check";
import { mutated, type Seed } from "../../test/support/soak/mutations.ts";
import { readers, type TextReader } from "../../test/support/soak/readers.ts";
import { seeds } from "../../test/support/soak/seeds.ts";
import { corpusSeeds } from "./corpus.ts";
import { instrumentedReaders } from "./instrumentedReaders.ts";
import type { Novelty } from "./novelty.ts";
import { type Row, reasonOf, shown } from "./report.ts";

/** Inputs of a reader before it is the next one's turn. */
const BATCH = 200;
/** Milliseconds for at most 20,000 characters, on a machine that does other things too. */
const LONGEST_READ = 5_000;
/** Milliseconds after which a batch is broken off: one of its texts is never read to its end. */
const LONGEST_BATCH = 120_000;

interface Running {
  /** Counts which of its blocks are reached. */
  readonly reader: TextReader;
  readonly novelty: Novelty;
  /** Those that are there, and the mutants of them that reached something new. */
  readonly seeds: Seed[];
  readonly given: number;
  readonly reachedByGiven: number;
  runs: number;
  time: number;
  slowest: number;
  failure: string | undefined;
}

/**
 * Hands mutated texts to all readers in turn until so many CPU minutes are used up. What reaches a
 * block of the code for the first time, or runs one much more often than ever, is mutated further.
 */
export function fuzz({
  minutes,
  seed,
  given = [...seeds, ...corpusSeeds()],
  batch = BATCH,
}: {
  readonly minutes: number;
  readonly seed: number;
  readonly given?: readonly Seed[];
  readonly batch?: number;
}): readonly Row[] {
  const { readers: instrumented, watch } = instrumentedReaders();
  const running = instrumented.map((reader) => started(reader, watch(), given));
  const end = cpuTime() + minutes * 60e6;
  for (let round = 0; round === 0 || cpuTime() < end; round++) {
    for (const one of running) {
      if (one.failure === undefined) runBatch(one, batch, seed + round);
    }
  }
  return running.map(rowOf);
}

/** Microseconds that this process has had of a processor: what else runs takes none of them. */
function cpuTime(): number {
  const { user, system } = process.cpuUsage();
  return user + system;
}

function started(reader: TextReader, novelty: Novelty, seeds: readonly Seed[]): Running {
  for (const { text } of seeds) reader.read(text);
  novelty.isNew();
  const reachedByGiven = novelty.reached();
  const counts = { runs: 0, time: 0, slowest: 0, failure: undefined };
  return { reader, novelty, seeds: [...seeds], given: seeds.length, reachedByGiven, ...counts };
}

function rowOf(running: Running): Row {
  const { reader, novelty, seeds, given, reachedByGiven, runs, time, slowest, failure } = running;
  const found = seeds.length - given;
  return {
    name: reader.name,
    runs,
    time,
    limit: `no error, ${LONGEST_READ / 1000} s a text`,
    note: `${reachedByGiven} blocks by the seeds, ${novelty.reached()} with ${found} found ones; slowest ${slowest.toFixed(0)} ms`,
    failure,
  };
}

function runBatch(running: Running, numRuns: number, seed: number): void {
  const { reader, novelty, seeds } = running;
  const path = seeds.find((each) => reader.seeds.test(each.path))?.path ?? "";
  const found: Seed[] = [];
  let current = "";
  const read = (text: string) => {
    current = text;
    const start = performance.now();
    reader.read(text);
    const time = performance.now() - start;
    running.slowest = Math.max(running.slowest, time);
    if (time > LONGEST_READ) throw new Error(`took ${time.toFixed(0)} ms`);
    if (novelty.isNew()) found.push({ path, text });
  };
  const start = performance.now();
  // What other readers did since is none of this one's.
  novelty.forget();
  try {
    const property = fc.property(mutated(seeds, reader.seeds), read);
    const details = within(LONGEST_BATCH, () => fc.check(property, { numRuns, seed }));
    running.runs += details.numRuns;
    if (details.failed) running.failure = failureOf(reader, details);
  } catch (error) {
    running.failure = `${shown(current)}\n${reasonOf(error)}`;
  }
  running.time += performance.now() - start;
  seeds.push(...found);
  if (running.failure !== undefined) console.error(`  ${reader.name}: failed`);
}

/** Breaks off what takes longer, be it an expression that tries for ever; throws then. */
function within<T>(milliseconds: number, run: () => T): T {
  return runInNewContext("run()", { run }, { timeout: milliseconds }) as T;
}

/** With the places in the source, which the instrumented reader's errors do not have. */
function failureOf({ name }: TextReader, details: fc.RunDetails<[string]>): string {
  const input = shown(details.counterexample);
  try {
    readers.find((reader) => reader.name === name)?.read(details.counterexample?.[0] ?? "");
  } catch (error) {
    return `${input}\n${reasonOf(error)}`;
  }
  return `${input}\n${reasonOf(details.errorInstance)}`;
}
