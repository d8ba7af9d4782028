import { lstat, readFile as readBytes, stat } from "node:fs/promises";
import type { Platform } from "../editor/platform.ts";

/** See {@link Platform}. */
export const readFile: Platform["readFile"] = async (path, most) => {
  // Not opened first and looked at then: a pipe is not open until somebody writes into it.
  const status = await stat(path);
  return status.isFile() && status.size <= most ? await readBytes(path) : undefined;
};

/** See {@link Platform}. */
export const isLink: Platform["isLink"] = async (path) => (await lstat(path)).isSymbolicLink();
