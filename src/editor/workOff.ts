/** What is done for each thing that is due. */
export interface Work<Item> {
  /** Milliseconds after which others get their turn, whatever is still due. */
  readonly slice: number;
  work(item: Item): void;
  /** Told of an item whose work failed; it counts as done. */
  failed(item: Item, error: unknown): void;
}

/**
 * Does the work of one thing after the other, and takes each out of what is due, until all are done or
 * the time is up. One that fails does not hold up the others.
 */
export function workOff<Item>(due: Set<Item>, { slice, work, failed }: Work<Item>): void {
  const end = performance.now() + slice;
  for (const item of due) {
    due.delete(item);
    try {
      work(item);
    } catch (error) {
      failed(item, error);
    }
    if (performance.now() > end) return;
  }
}

/**
 * An error as the log may have it: its kind and where it was thrown. The message is left out, which may
 * quote a text.
 */
export function placeOf(error: unknown): string {
  if (!(error instanceof Error)) return typeof error;
  const { name, message, stack = "" } = error;
  const at = stack.indexOf(message);
  const places = at < 0 ? "" : stack.slice(at + message.length);
  const frames = places.split("\n").flatMap((line) => /^\s+(at .+)$/.exec(line)?.[1] ?? []);
  return [name, ...frames.slice(0, MOST_FRAMES)].join(" ");
}

/** As much as tells where it was. */
const MOST_FRAMES = 3;
