import type { ExtensionContext } from "vscode";
import type { Platform } from "./editor/platform.ts";
import { activate as activateWith } from "./extension.ts";
import { isLink, readFile } from "./node/disk.ts";
import { runProgram } from "./node/runProgram.ts";
import { watchFolder } from "./node/watchFolder.ts";

/** Looked up at the call: until then nothing of it is loaded. */
const platform: Platform = {
  run: (program, token) => runProgram(program, token),
  watchFolder: (folder, changed) => watchFolder(folder, changed),
  readFile: (path, most) => readFile(path, most),
  isLink: (path) => isLink(path),
};

export function activate(context: ExtensionContext): void {
  activateWith(context, platform);
}
