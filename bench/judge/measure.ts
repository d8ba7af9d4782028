import { judge, type VerdictKind } from "../../src/core/secret/judge.ts";
import { type CorpusLine, HUMAN } from "./corpus.ts";
import { PEERS, type Peer } from "./peers.ts";

/** One line of the table. */
export interface Row {
  readonly measure: string;
  readonly goal: string;
  readonly ours: string;
  /** In the order of `PEERS`. */
  readonly peers: readonly string[];
  readonly isReached: boolean;
}

/** How many of the values ours calls something else than it should, and the peers not random. */
export function randomRow(
  name: string,
  count: number,
  expected: VerdictKind,
  allowed: number,
  make: () => string,
): Row {
  const misses = new Array<number>(PEERS.length).fill(0);
  let wrong = 0;
  for (let index = 0; index < count; index++) {
    const value = make();
    if (judge(value).kind !== expected) wrong++;
    PEERS.forEach((peer, at) => {
      if (index < peer.sample && !peer.isRandom(value)) misses[at] = (misses[at] ?? 0) + 1;
    });
  }
  return {
    measure: `${number(count)} × ${name}: called anything but \`${expected}\``,
    goal: allowed === 0 ? "0" : "≤ 1 in 100,000",
    ours: share(wrong, count),
    peers: PEERS.map((peer, at) => share(misses[at] ?? 0, Math.min(count, peer.sample))),
    isReached: wrong <= allowed * count,
  };
}

/** How many of values that people made are called strong; of the peers, random. */
export function madeRow(
  measure: string,
  goal: string,
  allowed: number,
  values: readonly string[],
): Row {
  const strong = values.filter((value) => judge(value).kind === "strong").length;
  return {
    measure: `${number(values.length)} ${measure}`,
    goal,
    ours: share(strong, values.length),
    peers: PEERS.map((peer) => {
      const sample = sampled(values, peer);
      return share(sample.filter((value) => peer.isRandom(value)).length, sample.length);
    }),
    isReached: strong <= allowed * values.length,
  };
}

/** Values spread over the whole list, as many as a peer can bear. */
function sampled(values: readonly string[], { sample }: Peer): readonly string[] {
  const step = Math.max(1, Math.floor(values.length / (sample * 5)));
  return values.filter((_, at) => at % step === 0);
}

export function corpusRows(corpus: readonly CorpusLine[]): readonly Row[] {
  const judged = corpus.map((line) => ({ ...line, kind: judge(line.value).kind as string }));
  const grouped = (kind: string) => (HUMAN.has(kind) ? "human" : kind);
  const human = judged.filter((line) => HUMAN.has(line.class));
  const strong = judged.filter((line) => line.class === "strong");
  const right = judged.filter((line) => grouped(line.kind) === grouped(line.class)).length;
  const exact = human.filter((line) => line.kind === line.class).length;
  const missed = strong.filter((line) => line.kind !== "strong").length;
  const taken = human.filter((line) => line.kind === "strong").length;
  const none = PEERS.map(() => "–");
  return [
    {
      measure: `${corpus.length} real env values: verdict as labelled`,
      goal: "≥ 98 %",
      ours: percent(right, judged.length),
      peers: none,
      isReached: right >= 0.98 * judged.length,
    },
    {
      measure: `${strong.length} strong ones: called anything else`,
      goal: "0",
      ours: share(missed, strong.length),
      peers: PEERS.map((peer) =>
        share(strong.filter(({ value }) => !peer.isRandom(value)).length, strong.length),
      ),
      isReached: missed === 0,
    },
    {
      measure: `${human.length} human ones: called strong`,
      goal: "0",
      ours: share(taken, human.length),
      peers: PEERS.map((peer) =>
        share(human.filter(({ value }) => peer.isRandom(value)).length, human.length),
      ),
      isReached: taken === 0,
    },
    {
      measure: `${human.length} human ones: the exact kind`,
      goal: "≥ 90 %",
      ours: percent(exact, human.length),
      peers: none,
      isReached: exact >= 0.9 * human.length,
    },
  ];
}

/** Median time for one value, in microseconds, random ones and real ones mixed. */
export function timeRow(values: readonly string[]): Row {
  const ours = median(values, (value) => judge(value));
  return {
    measure: `time for one value, median of ${number(values.length)}, random and real`,
    goal: "≤ 20 µs",
    ours: `${ours.toFixed(1)} µs`,
    peers: PEERS.map((peer) => {
      const sample = values.slice(0, peer.sample);
      return `${number(Math.round(median(sample, (value) => peer.isRandom(value)) * 10) / 10)} µs`;
    }),
    isReached: ours <= 20,
  };
}

/** Time for each character of values of 1 KB and of 64 KB, in nanoseconds. */
export function longRow(make: (length: number) => string): Row {
  const perCharacter = [1024, 65_536].map((length) => {
    const values = Array.from({ length: 5 }, () => make(length));
    return (median(values, (value) => judge(value)) * 1000) / length;
  });
  const [short = 0, long = 0] = perCharacter;
  return {
    measure: "time per character at 1 KB and at 64 KB",
    goal: "the same",
    ours: `${Math.round(short)} and ${Math.round(long)} ns`,
    peers: PEERS.map(() => "–"),
    isReached: long <= 2 * short,
  };
}

function median(values: readonly string[], run: (value: string) => unknown): number {
  for (const value of values.slice(0, 2000)) run(value);
  const times = values.map((value) => {
    const start = process.hrtime.bigint();
    run(value);
    return Number(process.hrtime.bigint() - start) / 1000;
  });
  return times.sort((a, b) => a - b)[times.length >> 1] ?? 0;
}

function share(count: number, total: number): string {
  if (count === 0) return "0";
  const part = count / total;
  return part >= 0.001
    ? percent(count, total)
    : `${number(count)} (1 in ${number(Math.round(1 / part))})`;
}

function percent(count: number, total: number): string {
  return `${((count / total) * 100).toFixed(1)} %`;
}

function number(value: number): string {
  return value.toLocaleString("en");
}
