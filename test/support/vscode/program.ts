import { type ChildProcess, type SpawnOptions, spawn } from "node:child_process";
import { atExit } from "./cleanup.ts";

/** A program started by us, with everything that it starts in turn. */
export interface Program {
  readonly child: ChildProcess;
  /** All that it printed so far, both streams. */
  readonly printed: () => string;
  /** Ends it and its children at once. */
  readonly stop: () => void;
}

/**
 * Starts a program in a process group of its own, which does not outlive this process.
 *
 * @param signal SIGTERM for a program that has to stop others in its turn
 */
export function startProgram(
  command: string,
  args: readonly string[],
  options: SpawnOptions = {},
  signal: "SIGKILL" | "SIGTERM" = "SIGKILL",
): Program {
  const detached = process.platform !== "win32";
  const child = spawn(command, args, { stdio: "pipe", ...options, detached });
  const chunks: string[] = [];
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding("utf8").on("data", (chunk: string) => chunks.push(chunk));
  }
  const stop = atExit(() => killGroup(child, detached, signal));
  return { child, printed: () => chunks.join(""), stop };
}

/** Runs a program to its end; rejects with what it printed when it fails. */
export async function runProgram(
  command: string,
  args: readonly string[],
  options: SpawnOptions = {},
): Promise<string> {
  const program = startProgram(command, args, options);
  const code = await new Promise<number | null>((resolve, reject) => {
    program.child.once("error", reject);
    program.child.once("close", resolve);
  });
  program.stop();
  if (code !== 0) throw new Error(`${command} ended with ${code}\n${program.printed()}`);
  return program.printed();
}

function killGroup({ pid }: ChildProcess, detached: boolean, signal: NodeJS.Signals): void {
  if (pid === undefined) return;
  try {
    process.kill(detached ? -pid : pid, signal);
  } catch (error) {
    // Ended already: what was wanted.
    if ((error as NodeJS.ErrnoException).code !== "ESRCH") throw error;
  }
}
