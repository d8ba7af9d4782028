import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const steps = new Set<() => void>();

/** Runs `step` (synchronous) when this process ends, whatever ends it; returns what runs it sooner. */
export function atExit(step: () => void): () => void {
  if (steps.size === 0) listen();
  steps.add(step);
  return () => {
    if (steps.delete(step)) step();
  };
}

/** A new folder under the system's temporary one, gone when this process ends. */
export function temporaryFolder(name: string): string {
  const folder = mkdtempSync(join(tmpdir(), `auth-secret-${name}-`));
  atExit(() => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }));
  return folder;
}

let listening = false;

function listen(): void {
  if (listening) return;
  listening = true;
  // Last in, first out: a folder goes after the process that writes to it.
  process.on("exit", () => {
    for (const step of [...steps].reverse()) attempt(step);
  });
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) {
    process.on(signal, () => process.exit(130));
  }
}

function attempt(step: () => void): void {
  try {
    step();
  } catch (error) {
    console.error(error);
  }
}
