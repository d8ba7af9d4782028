/** Tells of runs of a program with counters whether they did what none before them did. */
export interface Novelty {
  /** True where a block was reached, or run so much more often, for the first time. Counts anew. */
  isNew(): boolean;
  /** Takes no account of what was counted since. */
  forget(): void;
  /** How many blocks have been reached in all. */
  reached(): number;
}

/** @param counters one for each block, which the program increments */
export function novelty(counters: Uint32Array): Novelty {
  const seen = new Uint8Array(counters.length);
  counters.fill(0);
  return {
    isNew() {
      let isNew = false;
      for (let block = 0; block < counters.length; block++) {
        const count = counters[block] ?? 0;
        if (count === 0) continue;
        counters[block] = 0;
        const known = seen[block] ?? 0;
        const all = known | magnitudeOf(count);
        if (all === known) continue;
        seen[block] = all;
        isNew = true;
      }
      return isNew;
    },
    forget: () => void counters.fill(0),
    reached: () => seen.filter((magnitudes) => magnitudes > 0).length,
  };
}

/** As AFL has them, one bit each: 1, 2, 3, up to 7, 15, 31, 127, and more. */
const MAGNITUDES = [1, 2, 3, 7, 15, 31, 127];

function magnitudeOf(count: number): number {
  const found = MAGNITUDES.findIndex((most) => count <= most);
  return 1 << (found < 0 ? MAGNITUDES.length : found);
}
