import { ConfigurationTarget, commands, Uri, workspace } from "vscode";
import { answering } from "../support/answers.ts";
import { equal, ok } from "../support/assert.ts";
import { untilRules } from "../support/diagnostics.ts";
import { exists, folderWith, openFile, textOnDisk, writeText } from "../support/files.ts";
import { changeFolders } from "../support/folders.ts";
import { MANIFEST } from "../support/samples.ts";

const V4 = JSON.stringify({ dependencies: { "next-auth": "^4.24.0" } });
const IGNORED = { ".gitignore": ".env*\n" };

const generate = () => commands.executeCommand("authSecret.generate");

/** Two packages, one in each folder of the workspace. */
async function twoPackages(): Promise<readonly [Uri, Uri]> {
  const [first, second] = workspace.workspaceFolders ?? [];
  ok(first && second, "there are no two folders");
  return [
    await folderWith({ "package.json": MANIFEST, ...IGNORED }, first),
    await folderWith({ "package.json": V4, ...IGNORED }, second),
  ];
}

describe("a workspace of two folders", () => {
  it("has findings in each", async () => {
    for (const root of workspace.workspaceFolders ?? []) {
      const folder = await folderWith({ ...IGNORED, ".env": "AUTH_SECRET=hunter2\n" }, root);
      await untilRules(Uri.joinPath(folder, ".env"), ["passphrase-secret"]);
    }
  });

  it("keeps its findings when a folder inside another comes and goes", async () => {
    const [first] = workspace.workspaceFolders ?? [];
    const folder = await folderWith({ ...IGNORED, ".env": "AUTH_SECRET=hunter2\n" }, first);
    const env = Uri.joinPath(folder, ".env");
    await untilRules(env, ["passphrase-secret"]);
    await changeFolders(() => workspace.updateWorkspaceFolders(2, 0, { uri: folder }));
    await writeText(env, "AUTH_SECRET=\n");
    await untilRules(env, ["empty-secret"]);
    await changeFolders(() => workspace.updateWorkspaceFolders(2, 1));
    await untilRules(env, ["empty-secret"]);
    await writeText(env, "AUTH_SECRET=hunter2\n");
    await untilRules(env, ["passphrase-secret"]);
  });

  it("generates for the package that owns the active file", async () => {
    const [, second] = await twoPackages();
    await openFile(Uri.joinPath(second, "package.json"));
    await answering(({ choices }) => choices.find((each) => each.includes("$(file)")), generate);
    ok(
      (await textOnDisk(Uri.joinPath(second, ".env.local"))).startsWith("NEXTAUTH_SECRET="),
      "another variable was written",
    );
  });

  it("asks which package is meant where no file tells", async () => {
    const [first, second] = await twoPackages();
    // Both must be known before the question is asked.
    for (const folder of [first, second]) {
      await openFile(Uri.joinPath(folder, "package.json"));
    }
    await commands.executeCommand("workbench.action.closeAllEditors");
    const [inFirst, inSecond] = [first, second].map((uri) => workspace.asRelativePath(uri, true));
    const { shown } = await answering(({ text, choices }) => {
      if (text.includes("package")) return inFirst;
      return choices.find((each) => each.includes("$(file)"));
    }, generate);
    for (const name of [inFirst, inSecond]) {
      const count = shown[0]?.choices.filter((each) => each.startsWith(`${name} `)).length;
      equal(count, 1, `how often ${name} is offered`);
    }
    ok(await exists(Uri.joinPath(first, ".env.local")), "nothing was written");
    equal(await exists(Uri.joinPath(second, ".env.local")), false, "the other package's file");
  });

  it("has settings of its own in each", async () => {
    const [first] = workspace.workspaceFolders ?? [];
    const settings = workspace.getConfiguration("authSecret", first);
    const files = { ...IGNORED, ".env": "AUTH_SECRET=hunter2\n" };
    const folders = await Promise.all(
      (workspace.workspaceFolders ?? []).map((root) => folderWith(files, root)),
    );
    const [inFirst, inSecond] = folders.map((folder) => Uri.joinPath(folder, ".env"));
    ok(inFirst && inSecond, "there are no two folders");
    await untilRules(inFirst, ["passphrase-secret"]);
    await settings.update(
      "rules",
      { "passphrase-secret": "off" },
      ConfigurationTarget.WorkspaceFolder,
    );
    try {
      await untilRules(inFirst, []);
      await untilRules(inSecond, ["passphrase-secret"]);
    } finally {
      await settings.update("rules", undefined, ConfigurationTarget.WorkspaceFolder);
    }
    await untilRules(inFirst, ["passphrase-secret"]);
  });
});
