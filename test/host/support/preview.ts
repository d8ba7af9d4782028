import { commands } from "vscode";
import { ok } from "./assert.ts";

/** Far more than it takes: each is a round trip to the window. */
const MOST_TRIES = 2000;

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
  for (let tries = 0; !isDone; tries++) {
    ok(tries < MOST_TRIES, "the preview never came, or never went");
    await commands.executeCommand(`refactorPreview.${button}`);
  }
  await done;
}
