import type { Disposable } from "vscode";

/** Runs an action once things have been quiet for a while. */
export interface Schedule extends Disposable {
  request(): void;
  /** Runs it again as soon as others have had their turn: it was not done in one go. */
  goOn(): void;
}

/** Milliseconds: without a request for so long, and at the latest after the first of them. */
export interface Delays {
  readonly quiet: number;
  readonly longest: number;
}

/**
 * After so long the editor gets its turn, whatever is still due. The last step may take as long again,
 * and a collection of garbage too, before others in the host wait noticeably.
 */
const SLICE_MILLISECONDS = 8;

/** Takes out what is due, one after the other, for as long as the editor can wait; some may stay. */
export function* takeInTime<Item>(due: Set<Item>): Generator<Item> {
  for (const item of inTime(due)) {
    due.delete(item);
    yield item;
  }
}

/** Runs through steps, giving the editor its turn again and again. */
export function runInSlices(steps: Iterator<unknown>): void {
  setTimeout(() => {
    for (const { done } of inTime(results(steps))) if (done) return;
    runInSlices(steps);
  });
}

function* inTime<Item>(items: Iterable<Item>): Generator<Item> {
  const end = performance.now() + SLICE_MILLISECONDS;
  for (const item of items) {
    yield item;
    if (performance.now() > end) return;
  }
}

function* results(steps: Iterator<unknown>): Generator<IteratorResult<unknown>> {
  while (true) yield steps.next();
}

export function schedule({ quiet, longest }: Delays, action: () => void): Schedule {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let latest: number | undefined;
  const runAfter = (milliseconds: number) => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      latest = undefined;
      action();
    }, milliseconds);
  };
  return {
    request() {
      const now = performance.now();
      latest ??= now + longest;
      runAfter(Math.max(0, Math.min(quiet, latest - now)));
    },
    goOn: () => runAfter(0),
    dispose() {
      clearTimeout(timer);
    },
  };
}
