import { commands } from "vscode";
import { ok } from "./assert.ts";

/** Milliseconds; less than what mocha gives a test, so that this error is the one to be seen. */
const PATIENCE = 20_000;

/**
 * Runs an action that shows its edits in the editor's preview, and presses Apply or Discard there as
 * soon as the preview has them; before, the button does nothing.
 */
export async function previewing(
  button: "apply" | "discard",
  action: () => Thenable<unknown>,
): Promise<void> {
  let isDone = false;
  const done = action().then(() => {
    isDone = true;
  });
  for (const end = Date.now() + PATIENCE; !isDone; ) {
    ok(Date.now() < end, "the preview never came, or never went");
    await commands.executeCommand(`refactorPreview.${button}`);
  }
  await done;
}
