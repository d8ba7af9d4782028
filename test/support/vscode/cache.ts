import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, statfsSync } from "node:fs";
import { basename, join, resolve } from "node:path";
import { atExit } from "./cleanup.ts";
import { Trouble } from "./trouble.ts";

const { AUTH_SECRET_VSCODE_CACHE: chosenFolder } = process.env;

/** Where what is fetched once is kept; the environment may name another folder. */
export const cacheFolder = resolve(
  chosenFolder ?? join(import.meta.dirname, "../../../.vscode-test"),
);

/**
 * The folder `name` of the cache, filled by `fill` when it is not there. It appears under its name
 * only when complete, so an interruption leaves nothing that looks done.
 *
 * @param megabytes what it takes on disk, asked for before anything is fetched
 */
export async function cached(
  name: string,
  megabytes: number,
  fill: (folder: string) => Promise<void>,
): Promise<string> {
  const folder = join(cacheFolder, name);
  if (existsSync(folder)) return folder;
  removeLeftovers(name);
  const partial = `${folder}.partial-${process.pid}`;
  const removePartial = atExit(() => rmSync(partial, { recursive: true, force: true }));
  try {
    mkdirSync(partial, { recursive: true });
    requireSpace(megabytes);
    await fill(partial);
    moveInto(partial, folder);
  } catch (error) {
    throw asTrouble(error, megabytes);
  } finally {
    removePartial();
  }
  return folder;
}

function moveInto(partial: string, folder: string): void {
  try {
    renameSync(partial, folder);
  } catch (error) {
    // Another process was faster: what it made is as good.
    if (!existsSync(folder)) throw error;
  }
}

/** Half-filled folders of processes that were killed. */
function removeLeftovers(name: string): void {
  if (!existsSync(cacheFolder)) return;
  for (const entry of readdirSync(cacheFolder)) {
    const [of, pid] = basename(entry).split(".partial-");
    if (of === name && pid && !isRunning(Number(pid))) {
      rmSync(join(cacheFolder, entry), { recursive: true, force: true });
    }
  }
}

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

function requireSpace(megabytes: number): void {
  const { bavail, bsize } = statfsSync(cacheFolder);
  if ((bavail * bsize) / 2 ** 20 < megabytes) throw noSpace(megabytes);
}

function noSpace(megabytes: number): Trouble {
  return new Trouble(
    `Not enough disk space: ${megabytes} MB are needed in ${cacheFolder}. Free some, or set AUTH_SECRET_VSCODE_CACHE to a folder on another disk.`,
  );
}

function asTrouble(error: unknown, megabytes: number): unknown {
  const text = String(error);
  if (/ENOSPC/.test(text)) return noSpace(megabytes);
  if (/EACCES|EROFS|EPERM/.test(text)) {
    return new Trouble(
      `Cannot write to ${cacheFolder}. Set AUTH_SECRET_VSCODE_CACHE to a folder of yours.`,
    );
  }
  if (/ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ETIMEDOUT|ECONNRESET|ENETUNREACH/.test(text)) {
    return new Trouble(
      "No network: VS Code could not be fetched from the npm registry. Connect (or check npm's proxy settings) and run the command again.",
    );
  }
  return error;
}
