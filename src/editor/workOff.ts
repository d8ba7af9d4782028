/** What is done for each thing that is due. */
export interface Work<Item> {
  work(item: Item): void;
  /** Told of an item whose work failed; it counts as done. */
  failed(item: Item, error: unknown): void;
}

/** Does the work of one thing after the other. One that fails does not hold up the others. */
export function workOff<Item>(due: Iterable<Item>, { work, failed }: Work<Item>): void {
  for (const item of due) {
    try {
      work(item);
    } catch (error) {
      failed(item, error);
    }
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
