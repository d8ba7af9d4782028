import fc from "fast-check";
import { mutated, type Seed } from "../../test/support/soak/mutations.ts";
import { readers, type TextReader } from "../../test/support/soak/readers.ts";
import { seeds } from "../../test/support/soak/seeds.ts";
import { corpusSeeds } from "./corpus.ts";
import { type Row, reasonOf, shown } from "./report.ts";

/** Inputs between two looks at the clock. */
const BATCH = 200;
/** Milliseconds for at most 20,000 characters, on a machine that does other things too. */
const LONGEST_READ = 5_000;

interface Running {
  readonly reader: TextReader;
  runs: number;
  time: number;
  slowest: number;
  failure: string | undefined;
}

/** Hands mutated texts to all readers in turn until the time is up. */
export function fuzz({
  minutes,
  seed,
}: {
  readonly minutes: number;
  readonly seed: number;
}): readonly Row[] {
  const all: readonly Seed[] = [...seeds, ...corpusSeeds()];
  const running = readers.map((reader): Running => {
    return { reader, runs: 0, time: 0, slowest: 0, failure: undefined };
  });
  const end = performance.now() + minutes * 60_000;
  for (let round = 0; performance.now() < end; round++) {
    for (const one of running) {
      if (one.failure === undefined) runBatch(one, all, seed + round);
    }
  }
  return running.map(({ reader, runs, time, slowest, failure }) => ({
    name: reader.name,
    runs,
    time,
    limit: `no error, ${LONGEST_READ / 1000} s a text`,
    note: `slowest ${slowest.toFixed(0)} ms`,
    failure,
  }));
}

function runBatch(running: Running, all: readonly Seed[], seed: number): void {
  const { reader } = running;
  const read = (text: string) => {
    const start = performance.now();
    reader.read(text);
    const time = performance.now() - start;
    running.slowest = Math.max(running.slowest, time);
    if (time > LONGEST_READ) throw new Error(`took ${time.toFixed(0)} ms`);
  };
  const start = performance.now();
  const details = fc.check(fc.property(mutated(all, reader.seeds), read), { numRuns: BATCH, seed });
  running.time += performance.now() - start;
  running.runs += details.numRuns;
  if (!details.failed) return;
  running.failure = `${shown(details.counterexample)}\n${reasonOf(details.errorInstance)}`;
  console.error(`  ${reader.name}: failed`);
}
