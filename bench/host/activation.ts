// What VS Code's Node extension host loads as its test runner to see how long an extension takes to activate.
import { extensions } from "vscode";
import { whenQuiet } from "./quiet.ts";

/** What the launcher writes in front of this module. */
declare global {
  var benchActivation: { readonly id: string };
}

export async function run(): Promise<void> {
  const { id } = globalThis.benchActivation;
  await whenQuiet();
  const extension = extensions.getExtension(id);
  if (!extension) throw new Error(`${id} is not there.`);
  let time: number | undefined;
  // VS Code may have had a reason of its own by now: another window tells.
  if (!extension.isActive) {
    const started = performance.now();
    await extension.activate();
    time = performance.now() - started;
  }
  console.log(`bench-activation ${JSON.stringify({ time })}`);
}
