import { existsSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { runProgram } from "./program.ts";

/** Installs into `folder` without running anybody's install scripts, telling what and how long. */
export async function npmInstall(folder: string, args: readonly string[]): Promise<void> {
  const manifest = join(folder, "package.json");
  if (!existsSync(manifest)) writeFileSync(manifest, '{ "private": true }\n');
  const started = Date.now();
  const tick = setInterval(() => progress(`  ${seconds(started)} s …\r`), 1000);
  try {
    const [command, ...rest] = npmCommand();
    const quiet = ["--no-audit", "--no-fund", "--loglevel=error"];
    await runProgram(command, [...rest, "install", "--ignore-scripts", ...quiet, ...args], {
      cwd: folder,
    });
  } finally {
    clearInterval(tick);
  }
  const what = args.filter((arg) => !arg.startsWith("--")).join(", ") || "its dependencies";
  console.error(`  ${what}: ${seconds(started)} s`);
}

/** The npm that runs this script where there is one, so that no shell is needed on any system. */
export function npmCommand(): readonly [string, ...string[]] {
  const { npm_execpath: script } = process.env;
  return script ? [process.execPath, script] : ["npm"];
}

function progress(text: string): void {
  if (process.stderr.isTTY) process.stderr.write(text);
}

const seconds = (since: number) => Math.round((Date.now() - since) / 1000);
