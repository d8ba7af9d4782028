import { commands, Uri, workspace } from "vscode";
import { answering } from "../support/answers.ts";
import { asked } from "../support/asked.ts";
import { deepEqual, equal, ok } from "../support/assert.ts";
import { actionsAt, applyPreferred } from "../support/codeActions.ts";
import { rulesOn, untilRules } from "../support/diagnostics.ts";
import {
  exists,
  folderWith,
  openFile,
  replaceAll,
  textOnDisk,
  writeText,
} from "../support/files.ts";
import { CALL, withGitBehind, withHostileGit, withOutside } from "../support/hostileGit.ts";
import { OPEN, WEAK } from "../support/samples.ts";
import { withoutPrograms } from "../support/standIns.ts";
import { hasCommandCopied } from "../support/trackedFile.ts";

/** With one more name in the list of ignored files that only git itself reads. */
async function withExcluded(name: string, work: () => Promise<void>): Promise<void> {
  const [root] = workspace.workspaceFolders ?? [];
  ok(root, "no folder is open");
  const exclude = Uri.joinPath(root.uri, ".git/info/exclude");
  const before = await textOnDisk(exclude);
  await writeText(exclude, `${before}\n${name}\n`);
  try {
    await work();
  } finally {
    await writeText(exclude, before);
  }
}

describe("what git ignores", () => {
  it("follows .gitignore as it changes, saved or not", async () => {
    const folder = await folderWith({
      "package.json": "{}",
      ".gitignore": "dist\n",
      ".env": WEAK,
    });
    const env = Uri.joinPath(folder, ".env");
    await untilRules(env, OPEN);
    await writeText(Uri.joinPath(folder, ".gitignore"), ".env\n");
    await untilRules(env, ["passphrase-secret"]);
    const editor = await openFile(Uri.joinPath(folder, ".gitignore"));
    await replaceAll(editor, "!.env\n");
    await untilRules(env, OPEN);
  });

  // The worker host cannot ask git, and .git is nothing that a workspace's own files tell of.
  if (asked.host === "node") {
    it("is asked of git itself, which knows more than the ignore files", async () => {
      await withExcluded(".env.excluded", async () => {
        const folder = await folderWith({
          "package.json": "{}",
          ".env.excluded": WEAK,
          ".env.seen": WEAK,
        });
        await untilRules(Uri.joinPath(folder, ".env.seen"), OPEN);
        await untilRules(Uri.joinPath(folder, ".env.excluded"), ["passphrase-secret"]);
      });
    });

    it("is what unsaved ignore files say, though git reads what is saved", async () => {
      await withExcluded(".env.excluded", async () => {
        const folder = await folderWith({
          "package.json": "{}",
          ".gitignore": "dist\n.env\n",
          ".env": WEAK,
        });
        const env = Uri.joinPath(folder, ".env");
        await untilRules(env, ["passphrase-secret"]);
        await replaceAll(await openFile(Uri.joinPath(folder, ".gitignore")), "dist\n");
        await untilRules(env, OPEN);
        // That this one is ignored tells that git was asked again.
        const excluded = Uri.joinPath(folder, ".env.excluded");
        await writeText(excluded, WEAK);
        await untilRules(excluded, ["passphrase-secret"]);
        deepEqual([...rulesOn(env)].sort(), OPEN);
      });
    });
  }
});

// In the Node host the built-in git extension reads the index too.
if (asked.host === "web") {
  describe("a file that git tracks, where git cannot run", () => {
    it("is told from the index, and the fix copies the command", async () => {
      await hasCommandCopied(/cannot start programs/);
    });
  });
}

// Only a program can have git track a file.
if (asked.host === "node") {
  describe("a file that git tracks", () => {
    const git = async (...args: readonly string[]): Promise<string> => {
      const { execFileSync } = await import("node:child_process");
      const cwd = workspace.workspaceFolders?.[0]?.uri.fsPath;
      return execFileSync("git", args, { cwd, encoding: "utf8" });
    };

    /** A folder whose env file git tracks though it ignores it. */
    const tracked = async (): Promise<Uri> => {
      const folder = await folderWith({
        "package.json": "{}",
        ".gitignore": ".env*\n",
        ".env": WEAK,
      });
      const uri = Uri.joinPath(folder, ".env");
      await openFile(uri);
      await untilRules(uri, ["passphrase-secret"]);
      await git("add", "--force", uri.fsPath);
      await untilRules(uri, ["env-tracked", "passphrase-secret"]);
      return uri;
    };

    const applyFix = async (uri: Uri): Promise<void> => {
      const finding = (await untilRules(uri, ["env-tracked", "passphrase-secret"]))[0];
      ok(finding, "nothing was found");
      await applyPreferred(uri, finding.range);
    };

    afterEach(async () => {
      await git("rm", "-r", "--cached", "--quiet", "--force", "--ignore-unmatch", ".");
    });

    it("is told as soon as it is added, and no more once it is taken out", async () => {
      const uri = await tracked();
      await git("rm", "--cached", "--quiet", uri.fsPath);
      await untilRules(uri, ["passphrase-secret"]);
    });

    it("is taken out of git by the fix, stays on the disk, and is ignored", async () => {
      const folder = await folderWith({
        "package.json": "{}",
        ".gitignore": "dist\n",
        ".env": WEAK,
      });
      const uri = Uri.joinPath(folder, ".env");
      await openFile(uri);
      await git("add", uri.fsPath);
      const { shown } = await answering(
        ({ choices, isModal }) => (isModal ? choices[0] : undefined),
        () => applyFix(uri),
      );
      await untilRules(uri, ["passphrase-secret"]);
      equal(await git("ls-files", uri.fsPath), "", "what git tracks");
      equal(await textOnDisk(uri), WEAK, "the file");
      ok(
        (await textOnDisk(Uri.joinPath(folder, ".gitignore"))).includes("\n.env\n"),
        "it is not ignored",
      );
      ok(/history/.test(shown.at(-1)?.text ?? ""), "nothing is said of the history");
    });

    it("stays where the answer is no", async () => {
      const uri = await tracked();
      const { shown } = await answering(
        () => undefined,
        () => applyFix(uri),
      );
      ok(shown[0]?.isModal, "it did not ask");
      ok((await git("ls-files", uri.fsPath)) !== "", "git tracks it no more");
    });

    it("stays while another git is at work, and that is said", async () => {
      const uri = await tracked();
      const [root] = workspace.workspaceFolders ?? [];
      ok(root, "no folder is open");
      const lock = Uri.joinPath(root.uri, ".git/index.lock");
      await writeText(lock, "");
      try {
        const { shown } = await answering(
          ({ choices, isModal }) => (isModal ? choices[0] : undefined),
          () => applyFix(uri),
        );
        ok(/Another git command/.test(shown.at(-1)?.text ?? ""), "it is not said");
      } finally {
        if (await exists(lock)) await workspace.fs.delete(lock);
      }
      ok((await git("ls-files", uri.fsPath)) !== "", "git tracks it no more");
    });

    it("is left to the user where git is not found", async () => {
      const uri = await tracked();
      const { shown } = await answering(
        ({ choices, isModal }) => (isModal ? choices[0] : undefined),
        () => withoutPrograms(() => applyFix(uri)),
      );
      ok(/Git was not found/.test(shown.at(-1)?.text ?? ""), "it is not said");
    });

    if (process.platform !== "win32") {
      it("is taken out with no hook, monitor or other program run that the repository names", async () => {
        const { existsSync, readFileSync, rmSync } = await import("node:fs");
        const uri = await tracked();
        const other = Uri.joinPath(uri, "../.env.other");
        await writeText(other, "A=1\n");
        await git("add", "--force", other.fsPath);
        await withOutside(async (outside) => {
          const [calls, ran] = [`${outside}/calls`, `${outside}/ran`];
          const note = (what: string, file: string) => `echo "${what}" >> '${file}'`;
          const program = `#!/bin/sh\n${note(`\${0##*/} for $${CALL}`, ran)}\n`;
          const removals = (file: string) => {
            const lines = existsSync(file) ? readFileSync(file, "utf8").split("\n") : [];
            return lines.filter((line) => / rm .*--cached/.test(line));
          };
          const removeByFix = () =>
            answering(
              ({ choices, isModal }) => (isModal ? choices[0] : undefined),
              () => applyFix(uri),
            );
          await withHostileGit(outside, program, () =>
            withGitBehind(outside, note(` $${CALL}`, calls), async () => {
              // So that it is seen that they are run where nothing keeps git from it.
              await git("rm", "--cached", "--quiet", other.fsPath);
              const started = removals(ran).join("\n");
              for (const name of ["core.fsmonitor", "post-index-change"]) {
                ok(started.includes(name), `git runs no ${name} by itself: ${started}`);
              }
              for (const file of [calls, ran]) rmSync(file, { force: true });
              await removeByFix();
              equal(removals(calls).length, 1, "the number of runs of git");
              deepEqual(removals(ran), [], "what was run");
            }),
          );
        });
        equal(await git("ls-files", uri.fsPath), "", "what git tracks");
        await untilRules(uri, ["passphrase-secret"]);
      });
    }

    it("has a fix that is chosen by hand alone", async () => {
      const uri = await tracked();
      const [finding] = await untilRules(uri, ["env-tracked", "passphrase-secret"]);
      ok(finding, "nothing was found");
      const [action] = (await actionsAt(uri, finding.range)).filter(({ title }) =>
        title.startsWith("Stop tracking"),
      );
      ok(action, "no fix is offered");
      equal(action.edit?.size ?? 0, 0, "the number of files that it edits");
    });

    it("is told apart from one that git does not track", async () => {
      const folder = await folderWith({ "package.json": "{}", ".env": WEAK });
      await openFile(Uri.joinPath(folder, ".env"));
      const { shown } = await answering(
        () => undefined,
        () => commands.executeCommand("authSecret.untrackEnvFile"),
      );
      ok(/does not track/.test(shown[0]?.text ?? ""), "it does not say so");
    });
  });
}
