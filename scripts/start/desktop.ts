import { join } from "node:path";
import { temporaryFolder } from "../../test/support/vscode/cleanup.ts";
import {
  downloadDesktop,
  hasDisplay,
  installedDesktop,
} from "../../test/support/vscode/desktop.ts";
import { startProgram } from "../../test/support/vscode/program.ts";
import { Trouble } from "../../test/support/vscode/trouble.ts";
import type { Opened } from "./opened.ts";

/**
 * Opens the desktop VS Code with settings and extensions of its own, and resolves with its exit code
 * when its window is closed; with undefined where there is none and it only "may" be used.
 */
export async function openOnDesktop(root: string, opened: Opened, need: "must"): Promise<number>;
export async function openOnDesktop(
  root: string,
  opened: Opened,
  need: "may",
): Promise<number | undefined>;
export async function openOnDesktop(root: string, opened: Opened, need: "must" | "may") {
  const program = await desktop(need);
  if (!program) return undefined;
  const { child } = startProgram(program, windowArguments(root, opened), { stdio: "ignore" });
  console.log("VS Code is open. Close its window, or press Ctrl+C here, to end.");
  return await new Promise<number>((done, fail) => {
    child.once("error", fail);
    child.once("exit", (code) => done(code ?? 1));
  });
}

async function desktop(need: "must" | "may"): Promise<string | undefined> {
  if (!hasDisplay()) {
    if (need === "may") return undefined;
    throw new Trouble("There is no display for a desktop VS Code: use --host server.");
  }
  const installed = installedDesktop();
  if (installed) return installed;
  try {
    return await downloadDesktop("newest");
  } catch (error) {
    if (need === "must") throw error;
    console.log("No desktop VS Code is installed or can be downloaded: a browser will do.");
    return undefined;
  }
}

function windowArguments(root: string, { folder, isOurs, file }: Opened): readonly string[] {
  const data = temporaryFolder("desktop");
  return [
    ...["--new-window", "--disable-updates", "--skip-welcome", "--skip-release-notes"],
    ...(isOurs ? ["--disable-workspace-trust"] : []),
    // Electron's sandbox does not start for root.
    ...(process.getuid?.() === 0 ? ["--no-sandbox"] : []),
    `--extensionDevelopmentPath=${root}`,
    `--user-data-dir=${join(data, "user")}`,
    `--extensions-dir=${join(data, "extensions")}`,
    folder,
    ...(file ? [file] : []),
  ];
}
