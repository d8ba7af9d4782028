import { Session } from "node:inspector/promises";

/**
 * Runs something under the profiler and gives, in milliseconds, the longest stretch without a pause
 * in which code below one of some folders was on the stack: what an event-loop monitor cannot tell from the
 * stretches of everything else that runs in the same host.
 */
export async function longestStretch(
  folders: readonly string[],
  run: () => Promise<void>,
): Promise<number> {
  const session = new Session();
  session.connect();
  await session.post("Profiler.enable");
  await session.post("Profiler.setSamplingInterval", { interval: 500 });
  await session.post("Profiler.start");
  await run();
  const { profile } = await session.post("Profiler.stop");
  session.disconnect();
  const own = ownNodes(profile.nodes, folders);
  let [longest, current] = [0, 0];
  for (const [at, id] of (profile.samples ?? []).entries()) {
    current = own.has(id) ? current + (profile.timeDeltas?.[at] ?? 0) : 0;
    longest = Math.max(longest, current);
  }
  return longest / 1000;
}

interface Node {
  readonly id: number;
  readonly callFrame: { readonly url: string };
  readonly children?: readonly number[] | undefined;
}

/** The ids of the nodes in those folders, and of all that they called. */
function ownNodes(nodes: readonly Node[], folders: readonly string[]): ReadonlySet<number> {
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const own = new Set<number>();
  const pending = nodes.filter(({ callFrame }) =>
    folders.some((folder) => callFrame.url.includes(folder)),
  );
  for (let node = pending.pop(); node; node = pending.pop()) {
    if (own.has(node.id)) continue;
    own.add(node.id);
    for (const id of node.children ?? []) {
      const child = byId.get(id);
      if (child) pending.push(child);
    }
  }
  return own;
}
