// What VS Code's Node extension host loads as its test runner to see how long extensions take to activate.
import { extensions } from "vscode";
import { whenQuiet } from "./quiet.ts";

/** What the launcher writes in front of this module. */
declare global {
  var benchActivation: { readonly ids: readonly string[] };
}

export async function run(): Promise<void> {
  const times: Record<string, number> = {};
  for (const id of globalThis.benchActivation.ids) {
    await whenQuiet();
    const extension = extensions.getExtension(id);
    if (!extension) throw new Error(`${id} is not there.`);
    // VS Code may have had a reason of its own by now: another window tells.
    if (extension.isActive) continue;
    const started = performance.now();
    await extension.activate();
    times[id] = performance.now() - started;
  }
  console.log(`bench-activation ${JSON.stringify(times)}`);
}
