import { existsSync, realpathSync } from "node:fs";
import { delimiter, dirname, join } from "node:path";
import { downloadAndUnzipVSCode } from "@vscode/test-electron";
import { cacheFolder } from "./cache.ts";
import { type ReleaseName, versionOf } from "./release.ts";
import { Trouble } from "./trouble.ts";

/** Whether a window can be shown at all. */
export function hasDisplay(): boolean {
  const { DISPLAY, WAYLAND_DISPLAY } = process.env;
  return process.platform !== "linux" || Boolean(DISPLAY || WAYLAND_DISPLAY);
}

/**
 * The program of an installed desktop VS Code, found through the `code` command on PATH. The program
 * and not the command, because the command starts it apart, where Ctrl+C does not reach it.
 */
export function installedDesktop(): string | undefined {
  const { PATH = "" } = process.env;
  const command = process.platform === "win32" ? "code.cmd" : "code";
  for (const folder of PATH.split(delimiter)) {
    const file = join(folder, command);
    if (!existsSync(file)) continue;
    const bin = dirname(realpathSync(file));
    const program = (places[process.platform] ?? [])
      .map((place) => join(bin, place))
      .find((each) => existsSync(each));
    if (program) return program;
  }
  return undefined;
}

/** Where the program is, seen from the folder of its command. */
const places: Partial<Record<NodeJS.Platform, readonly string[]>> = {
  darwin: ["../../../MacOS/Code", "../../../MacOS/Electron"],
  win32: ["../Code.exe"],
  linux: ["../code"],
};

/** Downloads a desktop VS Code into the cache unless it is there; a Trouble where that fails. */
export async function downloadDesktop(name: ReleaseName): Promise<string> {
  const options = { version: versionOf(name), cachePath: join(cacheFolder, "desktop") };
  try {
    return await downloadAndUnzipVSCode(options);
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new Trouble(
      `The desktop VS Code could not be downloaded (${why}): connect to the network, install VS Code, or use the server.`,
    );
  }
}
