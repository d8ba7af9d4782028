import { Uri, workspace } from "vscode";
import { asked } from "../support/asked.ts";
import { equal, ok } from "../support/assert.ts";
import { untilRules } from "../support/diagnostics.ts";
import { folderWith, openFile } from "../support/files.ts";
import { changeFolders } from "../support/folders.ts";

const WEAK = "AUTH_SECRET=correct horse battery\n";

// Only a program makes worktrees.
if (asked.host === "node") {
  describe("a worktree, whose repository lies elsewhere", () => {
    it("has its own index read", async () => {
      const { execFileSync } = await import("node:child_process");
      const [first] = workspace.workspaceFolders ?? [];
      const folder = await folderWith(
        { "main/package.json": "{}", "main/.gitignore": "x\n" },
        first,
      );
      const cwd = Uri.joinPath(folder, "main").fsPath;
      const git = (...args: readonly string[]) => execFileSync("git", args, { cwd });
      const person = ["-c", "user.name=A", "-c", "user.email=a@example.org"];
      git("init", "--quiet");
      git("add", ".");
      git(...person, "commit", "--quiet", "--message", "first");
      git("worktree", "add", "--quiet", "../other");
      const other = Uri.joinPath(folder, "other");
      await changeFolders(() => workspace.updateWorkspaceFolders(2, 0, { uri: other }));
      try {
        const env = Uri.joinPath(other, ".env");
        await workspace.fs.writeFile(env, new TextEncoder().encode(WEAK));
        await openFile(env);
        await untilRules(env, ["env-not-ignored", "passphrase-secret"]);
        execFileSync("git", ["add", ".env"], { cwd: other.fsPath });
        const found = await untilRules(env, ["env-tracked", "passphrase-secret"]);
        ok(found.length > 0, "nothing was found");
        execFileSync("git", ["rm", "--cached", "--quiet", ".env"], { cwd: other.fsPath });
        equal(
          (await untilRules(env, ["env-not-ignored", "passphrase-secret"])).length,
          2,
          "findings",
        );
      } finally {
        await changeFolders(() => workspace.updateWorkspaceFolders(2, 1));
      }
    });
  });
}
