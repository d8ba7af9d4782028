import { Uri, workspace } from "vscode";
import { asked } from "../support/asked.ts";
import { ok } from "../support/assert.ts";
import { untilRules } from "../support/diagnostics.ts";
import { folderWith, openFile, replaceAll, textOnDisk, writeText } from "../support/files.ts";

const VALUE = "AUTH_SECRET=correct horse battery\n";

describe("what git ignores", () => {
  it("follows .gitignore as it changes", async () => {
    const folder = await folderWith({
      "package.json": "{}",
      ".gitignore": "dist\n",
      ".env": VALUE,
    });
    const env = Uri.joinPath(folder, ".env");
    await untilRules(env, ["env-not-ignored", "passphrase-secret"]);
    await writeText(Uri.joinPath(folder, ".gitignore"), ".env\n");
    await untilRules(env, ["passphrase-secret"]);
    const editor = await openFile(Uri.joinPath(folder, ".gitignore"));
    await replaceAll(editor, "!.env\n");
    await untilRules(env, ["env-not-ignored", "passphrase-secret"]);
  });

  // The worker host cannot ask git, and .git is nothing that a workspace's own files tell of.
  if (asked.host === "node") {
    it("is asked of git itself, which knows more than the ignore files", async () => {
      const [root] = workspace.workspaceFolders ?? [];
      ok(root, "no folder is open");
      const exclude = Uri.joinPath(root.uri, ".git/info/exclude");
      const before = await textOnDisk(exclude);
      await writeText(exclude, `${before}\n.env.excluded\n`);
      try {
        const folder = await folderWith({
          "package.json": "{}",
          ".env.excluded": VALUE,
          ".env.seen": VALUE,
        });
        await untilRules(Uri.joinPath(folder, ".env.seen"), [
          "env-not-ignored",
          "passphrase-secret",
        ]);
        await untilRules(Uri.joinPath(folder, ".env.excluded"), ["passphrase-secret"]);
      } finally {
        await writeText(exclude, before);
      }
    });
  }
});
