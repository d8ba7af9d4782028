import { extensions, Uri, workspace } from "vscode";
import { asked } from "../support/asked.ts";
import { equal, ok } from "../support/assert.ts";
import { applyPreferred } from "../support/codeActions.ts";
import { untilRules } from "../support/diagnostics.ts";
import { folderWith, openFile, textOnDisk, untilOnDisk, writeText } from "../support/files.ts";
import { git } from "../support/git.ts";
import { writeIndex } from "../support/gitIndex.ts";
import { OPEN, WEAK } from "../support/samples.ts";

/** What VS Code gives for its git extension. */
const WITHOUT = {
  "is disabled": undefined,
  "does not start": { activate: () => Promise.reject(new Error("git is broken")) },
  // As in VS Code 1.139 where `git.enabled` is false.
  "is turned off": {
    activate: async () => ({
      getAPI() {
        throw new Error("Git model not found");
      },
    }),
  },
};

/** Has git track a file, or no more. */
async function track(uri: Uri, isTracked: boolean): Promise<void> {
  const path = workspace.asRelativePath(uri, false);
  if (asked.host === "web") await writeIndex(isTracked ? [path] : []);
  else await git(isTracked ? ["add", "--force", path] : ["rm", "--cached", "--quiet", path]);
}

describe("where the git extension", () => {
  for (const [name, extension] of Object.entries(WITHOUT)) {
    it(`${name}, ignore files and the index are read instead`, async () => {
      const original = extensions.getExtension;
      Object.assign(extensions, {
        getExtension: (id: string) => (id === "vscode.git" ? extension : original(id)),
      });
      try {
        const files = { "package.json": "{}", ".gitignore": "dist\n", ".env": WEAK };
        const folder = await folderWith(files);
        const [env, ignore] = [Uri.joinPath(folder, ".env"), Uri.joinPath(folder, ".gitignore")];
        await openFile(env);
        const [finding] = await untilRules(env, OPEN);
        ok(finding, "nothing was found");
        await applyPreferred(env, finding.range);
        const isDone = (text: string) => text.startsWith("dist\n") && /^\.env$/m.test(text);
        await untilOnDisk(ignore, isDone, "the entry is missing");
        await untilRules(env, ["passphrase-secret"]);
        await track(env, true);
        await untilRules(env, ["env-tracked", "passphrase-secret"]);
        await track(env, false);
        await untilRules(env, ["passphrase-secret"]);
        await writeText(ignore, "dist\n");
        await untilRules(env, OPEN);
        equal(await textOnDisk(env), WEAK, "the env file");
      } finally {
        Object.assign(extensions, { getExtension: original });
      }
    });
  }
});

describe("a repository that takes names which differ in case for one", () => {
  it("has its ignore files read so", async () => {
    const [root] = workspace.workspaceFolders ?? [];
    ok(root, "no folder is open");
    const config = Uri.joinPath(root.uri, ".git/config");
    const before = await textOnDisk(config);
    await writeText(config, `${before}[core]\n\tignorecase = true\n`);
    try {
      const files = { "package.json": "{}", ".gitignore": "/.ENV\n" };
      const folder = await folderWith({ ...files, ".env": WEAK, ".env.seen": WEAK });
      await untilRules(Uri.joinPath(folder, ".env.seen"), OPEN);
      await untilRules(Uri.joinPath(folder, ".env"), ["passphrase-secret"]);
    } finally {
      await writeText(config, before);
    }
  });
});
