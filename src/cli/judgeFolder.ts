import { once } from "node:events";
import { availableParallelism } from "node:os";
import { join } from "node:path";
import { Worker } from "node:worker_threads";
import { DEFAULT_SETTINGS } from "../core/index.ts";
import type { Format } from "./print.ts";
import type { Judged } from "./startJudging.ts";
import { walk } from "./walk.ts";

/**
 * Reads a folder and judges what is in it, in a thread of its own where there is a second core: loading
 * what judges takes as long as reading many files, so reading begins at once.
 */
export async function judgeFolder(folder: string, format: Format): Promise<Judged> {
  return (await judgeBeside(folder, format)) ?? judgeHere(folder, format);
}

/** Undefined where there is no other thread, or it ended before it had said anything. */
async function judgeBeside(folder: string, format: Format): Promise<Judged | undefined> {
  const thread = availableParallelism() === 1 ? undefined : startThread({ folder, format });
  if (!thread) return undefined;
  const ended = once(thread, "exit").then(() => []);
  const answer = Promise.race([once(thread, "message"), ended]).catch(() => []);
  try {
    for (const part of walk(folder, DEFAULT_SETTINGS)) thread.postMessage(part);
    const [judged] = await answer;
    return judged;
  } finally {
    // It would wait for what is still to be read.
    void thread.terminate();
  }
}

/** Undefined where none may be started: Node's `--permission` forbids it. */
function startThread(workerData: { readonly folder: string; readonly format: Format }) {
  try {
    return new Worker(join(__dirname, "judgeThread.js"), { workerData });
  } catch {
    return undefined;
  }
}

async function judgeHere(folder: string, format: Format): Promise<Judged> {
  const { startJudging } = await import("./startJudging.ts");
  const judging = startJudging(folder, format);
  for (const part of walk(folder, DEFAULT_SETTINGS)) judging.take(part);
  return judging.finish();
}
