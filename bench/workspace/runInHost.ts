import { mkdirSync, rmSync } from "node:fs";
import { basename, join, resolve } from "node:path";
import { build } from "esbuild";
import { launchBrowser } from "../../test/support/vscode/browser.ts";
import { atExit } from "../../test/support/vscode/cleanup.ts";
import { type Ending, runInPage, type TestWindow } from "../../test/support/vscode/page.ts";
import { installRelease } from "../../test/support/vscode/release.ts";
import { startServer } from "../../test/support/vscode/server.ts";

const ROOT = resolve(import.meta.dirname, "../..");

/** A module that a window's Node extension host loads as its test runner. */
export interface HostRun extends Pick<TestWindow, "timeout" | "log"> {
  /** Its source, from the project's root. */
  readonly module: string;
  /** What it is told: a statement that comes before all of it. */
  readonly asked: string;
  /** A folder or a `.code-workspace` file. */
  readonly workspace: string;
  /** The extension that runs besides: this one as it is built, if none is named. */
  readonly extensionFolder?: string;
  /** What VS Code brings along, in place of all that it has. */
  readonly builtInExtensionsFolder?: string | undefined;
}

/** Runs a module in the newest VS Code with an extension. */
export async function runInHost({
  module,
  asked,
  extensionFolder = ROOT,
  builtInExtensionsFolder,
  ...window
}: HostRun): Promise<Ending> {
  const testsFile = await bundle(module, asked, extensionFolder);
  const server = await startServer(await installRelease("newest"), {
    takesDevelopmentExtensions: true,
    builtInExtensionsFolder,
  });
  const browser = await launchBrowser();
  try {
    const context = await browser.newContext({ serviceWorkers: "block" });
    const { authority } = server;
    return await runInPage(context, {
      ...window,
      authority,
      host: "node",
      extensionFolder,
      testsFile,
    });
  } finally {
    await browser.close();
    server.program.stop();
  }
}

/** Inside the extension's folder: that decides which of the hosts runs it. */
async function bundle(module: string, asked: string, folder: string): Promise<string> {
  const name = `bench-${basename(module, ".ts")}-${process.pid}.js`;
  const outfile = join(folder, "dist/test", name);
  mkdirSync(join(folder, "dist/test"), { recursive: true });
  await build({
    entryPoints: [join(ROOT, module)],
    bundle: true,
    platform: "node",
    format: "cjs",
    external: ["vscode"],
    outfile,
    banner: { js: asked },
  });
  atExit(() => rmSync(outfile, { force: true }));
  return outfile;
}
