import { cpSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { temporaryFolder } from "../../test/support/vscode/cleanup.ts";
import { installRelease } from "../../test/support/vscode/release.ts";

/** Where an extension is that nothing wakes, and what VS Code is to bring along with it. */
export interface SleepingExtension {
  readonly extensionFolder: string;
  readonly builtInExtensionsFolder: string;
}

/** Extensions that wake the one for git as soon as they run. */
const WAKING = new Set(["copilot", "github"]);

/**
 * A copy of an extension that VS Code brings along, to run in its place: one that nothing wakes before it
 * is timed. Its settings stay, all else that it contributes would wake it.
 */
export async function sleepingExtension(name: string): Promise<SleepingExtension> {
  const { serverMain } = await installRelease("newest");
  const vscode = join(serverMain, "../..");
  const home = temporaryFolder(`bench-${name}`);
  const extensionFolder = join(home, name);
  cpSync(join(vscode, "extensions", name), extensionFolder, { recursive: true });
  // Where it stood, it found VS Code's own packages above it.
  symlinkSync(join(vscode, "node_modules"), join(extensionFolder, "node_modules"), "junction");
  putToSleep(join(extensionFolder, "package.json"));
  const builtInExtensionsFolder = join(home, "built-in");
  mkdirSync(builtInExtensionsFolder);
  for (const other of readdirSync(join(vscode, "extensions"))) {
    if (other === name || WAKING.has(other)) continue;
    symlinkSync(
      join(vscode, "extensions", other),
      join(builtInExtensionsFolder, other),
      "junction",
    );
  }
  return { extensionFolder, builtInExtensionsFolder };
}

function putToSleep(file: string): void {
  const manifest = JSON.parse(readFileSync(file, "utf8"));
  const { configuration, configurationDefaults } = manifest.contributes;
  manifest.contributes = { configuration, configurationDefaults };
  manifest.activationEvents = ["onCommand:bench.wake"];
  writeFileSync(file, JSON.stringify(manifest));
}
