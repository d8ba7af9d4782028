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
    const extension = extensions.getExtension(id);
    if (!extension || extension.isActive) {
      throw new Error(`${id} is not there, or is active already.`);
    }
    await whenQuiet();
    const started = performance.now();
    await extension.activate();
    times[id] = performance.now() - started;
  }
  console.log(`bench-activation ${JSON.stringify(times)}`);
}
