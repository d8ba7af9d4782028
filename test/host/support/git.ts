import { type Uri, workspace } from "vscode";

/** Runs git in a folder, the workspace's first by default; where programs can be run. */
export async function git(args: readonly string[], folder?: Uri): Promise<string> {
  const { execFileSync } = await import("node:child_process");
  const cwd = (folder ?? workspace.workspaceFolders?.[0]?.uri)?.fsPath;
  return execFileSync("git", args, { cwd, encoding: "utf8" });
}

/** Makes a folder a repository, and all in it the first commit. */
export async function commitAll(folder: Uri): Promise<void> {
  await git(["init", "--quiet"], folder);
  await git(["add", "--force", "."], folder);
  const person = ["-c", "user.name=A", "-c", "user.email=a@example.org"];
  await git([...person, "commit", "--quiet", "--message", "first"], folder);
}
