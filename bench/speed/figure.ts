/** One line of the report: ours, a peer's on the same input in the same run, and what to reach. */
export interface Figure {
  readonly measure: string;
  readonly ours: string;
  readonly peer: string;
  readonly goal: string;
  readonly isMet: boolean;
}

/** What runs leave in bench/results. */
export interface Report {
  /** With the versions of Node and of all peers. */
  readonly machine: string;
  readonly groups: Groups;
}

export type Groups = Readonly<Record<string, readonly Figure[]>>;

/** The middle of some numbers. */
export function median(numbers: readonly number[]): number {
  const sorted = [...numbers].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}

/** A figure that must not take more than so many times as long as a peer; all in milliseconds. */
export function atMost(
  measure: string,
  times: number,
  ours: number,
  peer: { readonly name: string; readonly time: number },
): Figure {
  const ratio = ours / peer.time;
  return {
    measure,
    ours: `${duration(ours)}, ${ratio.toFixed(2)} ×`,
    peer: `${peer.name}: ${duration(peer.time)}`,
    goal: `≤ ${times} ×`,
    isMet: ratio <= times,
  };
}

/** A figure that must be so many times as fast as a peer. */
export function fasterThan(
  measure: string,
  times: number,
  ours: number,
  peer: { readonly name: string; readonly time: number },
): Figure {
  const ratio = peer.time / ours;
  return {
    measure,
    ours: `${duration(ours)}, ${count(ratio)} × as fast`,
    peer: `${peer.name}: ${duration(peer.time)}`,
    goal: `≥ ${count(times)} ×`,
    isMet: ratio >= times,
  };
}

/** A figure with a bound of its own, for what has no peer. */
export function within(
  measure: string,
  ours: number,
  most: number,
  write: (value: number) => string,
  peer = "–",
): Figure {
  return { measure, ours: write(ours), peer, goal: `≤ ${write(most)}`, isMet: ours <= most };
}

/** A figure with nothing to reach: what bounds one above it, or is there to be seen. In milliseconds. */
export function limit(measure: string, time: number, peer = "–"): Figure {
  return { measure, ours: duration(time), peer, goal: "–", isMet: true };
}

/** @param time milliseconds */
export function duration(time: number): string {
  if (time >= 1000) return `${(time / 1000).toFixed(2)} s`;
  return time >= 0.1 ? `${time.toFixed(time < 10 ? 2 : 0)} ms` : `${(time * 1000).toFixed(1)} µs`;
}

/** @param bytes in units of 1,000 */
export function size(bytes: number): string {
  return bytes >= 1e6 ? `${(bytes / 1e6).toFixed(1)} MB` : `${(bytes / 1e3).toFixed(1)} KB`;
}

export function times(ratio: number): string {
  return `${ratio.toFixed(2)} ×`;
}

function count(number: number): string {
  return number >= 100 ? Math.round(number).toLocaleString("en") : number.toFixed(1);
}

export function table(figures: readonly Figure[]): string {
  return [
    "| measure | ours | beside | to reach | |",
    "| --- | --- | --- | --- | --- |",
    ...figures.map(
      ({ measure, ours, peer, goal, isMet }) =>
        `| ${measure} | ${ours} | ${peer} | ${goal} | ${goal === "–" ? "" : isMet ? "✓" : "✗"} |`,
    ),
  ].join("\n");
}
