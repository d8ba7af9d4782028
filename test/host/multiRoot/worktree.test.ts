import { Uri, workspace } from "vscode";
import { asked } from "../support/asked.ts";
import { equal } from "../support/assert.ts";
import { untilRules } from "../support/diagnostics.ts";
import { folderWith, openFile, writeText } from "../support/files.ts";
import { changeFolders } from "../support/folders.ts";
import { commitAll, git } from "../support/git.ts";
import { OPEN, WEAK } from "../support/samples.ts";

// Only a program makes worktrees.
if (asked.host === "node") {
  describe("a worktree inside another repository", () => {
    it("has its own index and its own ignore files read", async () => {
      const [first] = workspace.workspaceFolders ?? [];
      const folder = await folderWith(
        { ".gitignore": ".env\n", "main/package.json": "{}", "main/.gitignore": "x\n" },
        first,
      );
      const [main, other] = [Uri.joinPath(folder, "main"), Uri.joinPath(folder, "other")];
      await commitAll(main);
      await git(["worktree", "add", "--quiet", "../other"], main);
      await changeFolders(() => workspace.updateWorkspaceFolders(2, 0, { uri: other }));
      try {
        const env = Uri.joinPath(other, ".env");
        await writeText(env, WEAK);
        await openFile(env);
        await untilRules(env, OPEN);
        await git(["add", ".env"], other);
        await untilRules(env, ["env-tracked", "passphrase-secret"]);
        await git(["rm", "--cached", "--quiet", ".env"], other);
        const found = await untilRules(env, OPEN);
        equal(found.length, 2, "the number of findings");
      } finally {
        await changeFolders(() => workspace.updateWorkspaceFolders(2, 1));
      }
    });
  });
}
