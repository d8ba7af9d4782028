import { monitorEventLoopDelay } from "node:perf_hooks";
import { setTimeout } from "node:timers/promises";

/** Milliseconds: after so long without a longer block the host counts as quiet. */
const PERIOD = 750;
const LONGEST_BLOCK = 25;

/** So many periods are waited for at most: on a busy machine there may be none that is quiet. */
const PERIODS = 25;

/** Resolves when nothing keeps the host busy any more. */
export async function whenQuiet(): Promise<void> {
  for (let period = 0; period < PERIODS; period++) {
    const longest = await longestBlock(() => setTimeout(PERIOD));
    if (longest < LONGEST_BLOCK) return;
  }
}

/** Milliseconds that nothing else could run in, at most, while something was going on. */
export async function longestBlock(run: () => Promise<unknown>): Promise<number> {
  const delay = monitorEventLoopDelay({ resolution: 5 });
  delay.enable();
  await run();
  delay.disable();
  return delay.max / 1e6;
}
