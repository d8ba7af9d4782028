import { type ChildProcess, spawn } from "node:child_process";
import { delimiter } from "node:path";
import { env, kill, platform } from "node:process";
import { createInterface } from "node:readline";
import { stripVTControlCharacters } from "node:util";
import type { CancellationToken } from "vscode";
import type { Platform, ProgramEnd, ProgramRun } from "../editor/platform.ts";
import { findProgram, searchFolders } from "./findProgram.ts";
import { startOf } from "./startOf.ts";

/** Time to stop by itself before it is made to. */
const GRACE_MILLISECONDS = 2000;

/** Settings of the editor's own processes, which would make another program behave as one of them. */
const OF_EDITOR = /^(?:ELECTRON_|VSCODE_)/i;

/** See {@link Platform}. */
export const runProgram: Platform["run"] = async (run, token) => {
  const folders = searchFolders(run.folder, env);
  const file = await findProgram(run.names, folders);
  if (file === undefined) return { kind: "missing" };
  if (token.isCancellationRequested) return { kind: "cancelled" };
  try {
    return await runToEnd(start(file, run, folders), run, token);
  } catch (error) {
    return { kind: "failed", reason: error instanceof Error ? error.message : String(error) };
  }
};

function start(file: string, run: ProgramRun, folders: readonly string[]): ChildProcess {
  const { command, args, isVerbatim } = startOf(file, run.args, env);
  return spawn(command, args, {
    cwd: run.folder,
    env: environmentFor(folders),
    stdio: "pipe",
    // A group of its own: an npm shim's child goes with it, and no terminal is there to be asked in.
    detached: platform !== "win32",
    windowsHide: true,
    windowsVerbatimArguments: isVerbatim,
  });
}

function environmentFor(folders: readonly string[]): NodeJS.ProcessEnv {
  const kept = Object.entries(env).filter(
    ([name]) => !OF_EDITOR.test(name) && name.toUpperCase() !== "PATH",
  );
  return { ...Object.fromEntries(kept), PATH: folders.join(delimiter), NO_COLOR: "1" };
}

function runToEnd(
  child: ChildProcess,
  run: ProgramRun,
  token: CancellationToken,
): Promise<ProgramEnd> {
  for (const stream of [child.stdout, child.stderr]) {
    if (!stream) continue;
    createInterface({ input: stream, crlfDelay: Infinity }).on("line", (line) =>
      run.onLine(stripVTControlCharacters(line)),
    );
  }
  // It may end without having read it.
  child.stdin?.on("error", () => {});
  child.stdin?.end(run.input);
  return new Promise((resolve, reject) => {
    const cancelling = token.onCancellationRequested(() => stop(child, run.respite));
    child.once("error", (error) => {
      cancelling.dispose();
      reject(error);
    });
    child.once("close", (code) => {
      cancelling.dispose();
      resolve(token.isCancellationRequested ? { kind: "cancelled" } : { kind: "exited", code });
    });
  });
}

function stop(child: ChildProcess, respite = 0): void {
  const timers = [
    setTimeout(() => signal(child, "SIGTERM"), respite),
    setTimeout(() => signal(child, "SIGKILL"), respite + GRACE_MILLISECONDS),
  ];
  child.once("close", () => timers.forEach(clearTimeout));
}

/** To the program and all that it started. */
function signal({ pid }: ChildProcess, name: NodeJS.Signals): void {
  if (pid === undefined) return;
  try {
    if (platform !== "win32") kill(-pid, name);
    else spawn("taskkill", ["/pid", String(pid), "/T", "/F"]).on("error", () => {});
  } catch {
    // Ended meanwhile: what was wanted.
  }
}
