import type { Uri } from "vscode";

/**
 * Runs an action while nobody may write to a file, not even who may do everything, where that can be
 * had (chattr(1) on Linux). On Node only; false where it cannot.
 */
export async function whileProtected(
  file: Pick<Uri, "fsPath">,
  action: () => Promise<void>,
): Promise<boolean> {
  const { chmodSync } = await import("node:fs");
  const { spawnSync } = await import("node:child_process");
  const isRoot = process.getuid?.() === 0;
  const change = (flag: string) => spawnSync("chattr", [flag, file.fsPath]).status === 0;
  if (isRoot && !change("+i")) return false;
  if (!isRoot) chmodSync(file.fsPath, 0o444);
  try {
    await action();
  } finally {
    if (isRoot) change("-i");
    else chmodSync(file.fsPath, 0o644);
  }
  return true;
}
