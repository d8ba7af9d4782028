// What VS Code's Node extension host loads as its test runner to see how long the host takes to start.
import { extensions } from "vscode";

/** What one window tells. */
export interface Start {
  /** Milliseconds from the beginning of the process until what the folder wakes is awake. */
  readonly time: number;
  /** The identifiers of all extensions that were active then. */
  readonly active: readonly string[];
}

export async function run(): Promise<void> {
  const time = performance.now();
  const active = extensions.all.filter(({ isActive }) => isActive).map(({ id }) => id);
  console.log(`bench-start ${JSON.stringify({ time, active } satisfies Start)}`);
}
