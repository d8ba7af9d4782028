import { watch } from "node:fs";
import type { Platform } from "../editor/platform.ts";

/** See {@link Platform}. */
export const watchFolder: Platform["watchFolder"] = (folder, changed) => {
  try {
    const watcher = watch(folder, { persistent: false }, (_event, name) => changed(name));
    // The folder has gone, or its disk has.
    watcher.on("error", () => watcher.close());
    return { dispose: () => watcher.close() };
  } catch {
    return { dispose: () => undefined };
  }
};
