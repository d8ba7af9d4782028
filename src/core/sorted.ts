import type { Span } from "./edit.ts";

/** The place of the last of ascending numbers that is at most a limit; -1 where none is. */
export function lastUpTo(ascending: readonly number[], limit: number): number {
  let low = -1;
  let high = ascending.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((ascending[middle] ?? limit) <= limit) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** Tells of an offset whether it lies in one of the spans, their ends excluded. */
export function coverOf(spans: readonly Span[]): (offset: number) => boolean {
  const merged: { start: number; end: number }[] = [];
  for (const { start, end } of [...spans].sort((a, b) => a.start - b.start)) {
    const last = merged.at(-1);
    if (last !== undefined && start <= last.end) last.end = Math.max(last.end, end);
    else merged.push({ start, end });
  }
  const starts = merged.map(({ start }) => start);
  return (offset) => offset < (merged[lastUpTo(starts, offset)]?.end ?? offset);
}
