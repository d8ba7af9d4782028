import { commands, Uri, workspace } from "vscode";
import { answering } from "../support/answers.ts";
import { asked } from "../support/asked.ts";
import { equal, ok } from "../support/assert.ts";
import { applyPreferred } from "../support/codeActions.ts";
import { untilRules } from "../support/diagnostics.ts";
import { folderWith, openFile, textOnDisk, untilOnDisk, writeText } from "../support/files.ts";
import { commitAll, git } from "../support/git.ts";
import { OPEN, WEAK } from "../support/samples.ts";

// Only a program makes submodules.
if (asked.host === "node") {
  describe("a submodule", () => {
    /** A repository with a submodule, in the workspace's own repository. */
    const withSubmodule = async () => {
      const folder = await folderWith({
        ".gitignore": "dist\n",
        "origin/package.json": "{}",
        "top/package.json": "{}",
        "top/.gitignore": ".env\n",
      });
      const [origin, top] = [Uri.joinPath(folder, "origin"), Uri.joinPath(folder, "top")];
      await commitAll(origin);
      await commitAll(top);
      const allow = ["-c", "protocol.file.allow=always"];
      await git([...allow, "submodule", "--quiet", "add", origin.fsPath, "sub"], top);
      // What it ignores is known before there is a file that it would leave out.
      await openFile(Uri.joinPath(top, ".gitignore"));
      return { top, sub: Uri.joinPath(top, "sub") };
    };

    it("has its own .gitignore, and gets its entries there", async () => {
      const { top, sub } = await withSubmodule();
      const env = Uri.joinPath(sub, ".env");
      await writeText(env, WEAK);
      await openFile(env);
      const [finding] = await untilRules(env, OPEN);
      ok(finding, "nothing was found");
      await applyPreferred(env, finding.range);
      await untilOnDisk(
        Uri.joinPath(sub, ".gitignore"),
        (text) => /^\.env$/m.test(text),
        "the submodule's file has no entry",
      );
      await untilRules(env, ["passphrase-secret"]);
      equal(await textOnDisk(Uri.joinPath(top, ".gitignore")), ".env\n", "the file around it");
    });

    it("has its own index", async () => {
      const { sub } = await withSubmodule();
      const env = Uri.joinPath(sub, ".env");
      await writeText(env, WEAK);
      await openFile(env);
      await untilRules(env, OPEN);
      await git(["add", "--force", ".env"], sub);
      await untilRules(env, ["env-tracked", "passphrase-secret"]);
      await answering(
        ({ choices, isModal }) => (isModal ? choices[0] : undefined),
        () => commands.executeCommand("authSecret.untrackEnvFile", env),
      );
      await untilRules(env, ["passphrase-secret"]);
      equal(await git(["ls-files", ".env"], sub), "", "what git tracks");
    });
  });
}

describe("a folder with a .git of its own", () => {
  const project = (files: Readonly<Record<string, string>>) =>
    folderWith({ ".gitignore": ".env\n", "in/package.json": "{}", ...files });

  it("is no repository where that is broken", async () => {
    const folder = await project({ "in/.git": "no folder is named here\n", "in/.env": WEAK });
    const env = Uri.joinPath(folder, "in/.env");
    await untilRules(env, ["passphrase-secret"]);
    await writeText(Uri.joinPath(folder, ".gitignore"), "dist\n");
    await untilRules(env, OPEN);
  });

  it("is one as soon as it is made one, and no more when it is gone", async () => {
    const folder = await project({ "in/.env": WEAK });
    const env = Uri.joinPath(folder, "in/.env");
    await untilRules(env, ["passphrase-secret"]);
    const git = Uri.joinPath(folder, "in/.git");
    await writeText(git, "gitdir: ../elsewhere\n");
    await untilRules(env, OPEN);
    await workspace.fs.delete(git);
    await untilRules(env, ["passphrase-secret"]);
  });
});
