import { on } from "node:events";
import { availableParallelism } from "node:os";
import { join } from "node:path";
import { Worker } from "node:worker_threads";
import type { WalkPart } from "./walk.ts";

/**
 * Starts to read a folder, in a thread of its own where there is a second core: at once, as loading
 * what judges takes as long as reading many files. The parts come as they are read.
 *
 * @throws where the thread ends before it has read all: what is missing must not pass for sound
 */
export function startWalk(root: string): AsyncIterable<WalkPart> {
  if (availableParallelism() === 1) return walkHere(root);
  const thread = new Worker(join(__dirname, "walkThread.js"), { workerData: root });
  return received(on(thread, "message", { close: ["exit"] }), root);
}

async function* received(
  messages: AsyncIterable<readonly WalkPart[]>,
  root: string,
): AsyncGenerator<WalkPart> {
  let hasBegun = false;
  try {
    for await (const [part] of messages) {
      if (part === undefined) continue;
      hasBegun = true;
      yield part;
      if (part.isLast) return;
    }
  } catch (error) {
    if (hasBegun) throw error;
  }
  if (hasBegun) throw new Error(`${root} was not read to its end`);
  yield* walkHere(root);
}

async function* walkHere(root: string): AsyncGenerator<WalkPart> {
  const [{ DEFAULT_SETTINGS }, { walk }] = await Promise.all([
    import("../core/index.ts"),
    import("./walk.ts"),
  ]);
  yield* walk(root, DEFAULT_SETTINGS);
}
