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
}

/** Runs a module in the newest VS Code with the extension that is built. */
export async function runInHost({ module, asked, ...window }: HostRun): Promise<Ending> {
  const testsFile = await bundle(module, asked);
  const server = await startServer(await installRelease("newest"), {
    takesDevelopmentExtensions: true,
  });
  const browser = await launchBrowser();
  try {
    const context = await browser.newContext({ serviceWorkers: "block" });
    const { authority } = server;
    return await runInPage(context, {
      ...window,
      authority,
      host: "node",
      extensionFolder: ROOT,
      testsFile,
    });
  } finally {
    await browser.close();
    server.program.stop();
  }
}

async function bundle(module: string, asked: string): Promise<string> {
  const name = `bench-${basename(module, ".ts")}-${process.pid}.js`;
  const outfile = join(ROOT, "dist/test", name);
  mkdirSync(join(ROOT, "dist/test"), { recursive: true });
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
