import { cpSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { temporaryFolder } from "./cleanup.ts";
import type { Kind } from "./kinds.ts";
import { runProgram } from "./program.ts";

const fixtures = join(import.meta.dirname, "../../fixtures");

/**
 * A fresh copy of what a window of this kind opens: a folder, a `.code-workspace` file, or nothing.
 * Each folder is a git repository of its own.
 */
export async function workspaceOf(kind: Kind): Promise<string | undefined> {
  if (kind === "empty") return undefined;
  const folder = temporaryFolder(kind);
  if (kind !== "multiRoot") return await repositoryCopy("workspace", join(folder, "workspace"));
  for (const name of ["first", "second"]) {
    await repositoryCopy("workspace", join(folder, name));
  }
  const file = join(folder, "both.code-workspace");
  writeFileSync(file, JSON.stringify({ folders: [{ path: "first" }, { path: "second" }] }));
  return file;
}

/** Copies a fixture and makes the copy a git repository; returns the copy's path. */
export async function repositoryCopy(fixture: string, to: string): Promise<string> {
  mkdirSync(to, { recursive: true });
  cpSync(join(fixtures, fixture), to, { recursive: true });
  await runProgram("git", ["init", "--quiet", "--initial-branch=main"], { cwd: to });
  return to;
}
