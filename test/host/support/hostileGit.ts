import { workspace } from "vscode";
import { ok } from "./assert.ts";
import { git } from "./git.ts";
import { withProgramsIn } from "./standIns.ts";

/** Settings of a repository that name a program which git starts by itself. */
const SETTINGS = [
  "core.fsmonitor",
  "core.sshCommand",
  "core.pager",
  "core.editor",
  "diff.external",
];

/** Hooks that git runs while it writes an index, a reference or a commit. */
const HOOKS = ["post-index-change", "pre-commit", "reference-transaction"];

/**
 * Runs an action while the workspace's repository names programs and hooks in its own settings, all
 * of them this script, each with a name of its own. In the Node host only, and where there is a shell.
 */
export async function withHostileGit(
  outside: string,
  program: string,
  action: () => Promise<void>,
): Promise<void> {
  const fs = await import("node:fs");
  const [root] = workspace.workspaceFolders ?? [];
  ok(root, "no folder is open");
  const config = `${root.uri.fsPath}/.git/config`;
  const before = fs.readFileSync(config, "utf8");
  const hooks = `${outside}/hooks`;
  fs.mkdirSync(hooks);
  const write = (file: string) => fs.writeFileSync(file, program, { mode: 0o755 });
  for (const hook of HOOKS) write(`${hooks}/${hook}`);
  for (const setting of SETTINGS) {
    write(`${outside}/${setting}`);
    await git(["config", setting, `${outside}/${setting}`]);
  }
  await git(["config", "core.hooksPath", hooks]);
  try {
    await action();
  } finally {
    fs.writeFileSync(config, before);
  }
}

/** The variable in which what git starts finds the arguments that git was started with. */
export const CALL = "AUTH_SECRET_TEST_CALL";

/**
 * Runs an action while `git` on PATH is a shell script that does what is asked of it and then becomes
 * git itself. VS Code's own git extension may be led through it too: {@link CALL} tells whose call it is.
 */
export async function withGitBehind(
  outside: string,
  script: string,
  action: () => Promise<void>,
): Promise<void> {
  const fs = await import("node:fs");
  const { execFileSync } = await import("node:child_process");
  const real = execFileSync("sh", ["-c", "command -v git"], { encoding: "utf8" }).trim();
  const bin = `${outside}/bin`;
  fs.mkdirSync(bin);
  const text = `#!/bin/sh\nexport ${CALL}="$*"\n${script}\nexec '${real}' "$@"\n`;
  fs.writeFileSync(`${bin}/git`, text, { mode: 0o755 });
  await withProgramsIn(bin, action);
}

/** Runs an action with a folder outside the workspace, which goes with all that is in it. */
export async function withOutside(action: (outside: string) => Promise<void>): Promise<void> {
  const fs = await import("node:fs");
  const { tmpdir } = await import("node:os");
  const outside = fs.mkdtempSync(`${tmpdir()}/auth-secret-outside-`);
  try {
    await action(outside);
  } finally {
    fs.rmSync(outside, { recursive: true, force: true });
  }
}
