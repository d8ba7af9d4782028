import { Uri } from "vscode";
import { ok } from "../support/assert.ts";
import { applyPreferred } from "../support/codeActions.ts";
import { untilRules } from "../support/diagnostics.ts";
import { folderWith, openFile } from "../support/files.ts";

const IGNORED = { "package.json": "{}", ".gitignore": ".env*\n" };

describe("a folder that is not trusted", () => {
  it("is judged, and mended, like any other", async () => {
    const folder = await folderWith({ ...IGNORED, ".env": "AUTH_SECRET=hunter2\n" });
    const uri = Uri.joinPath(folder, ".env");
    const { document } = await openFile(uri);
    const [diagnostic] = await untilRules(uri, ["passphrase-secret"]);
    ok(diagnostic, "nothing was found");
    await applyPreferred(uri, diagnostic.range);
    await untilRules(uri, []);
    ok(/^AUTH_SECRET=[\w+/]{43}=\n$/.test(document.getText()), "the fix left something else");
  });

  it("has its ignore files read, since git does not run there", async () => {
    const folder = await folderWith({
      "package.json": "{}",
      ".gitignore": "dist\n",
      ".env": "AUTH_SECRET=hunter2\n",
    });
    const uri = Uri.joinPath(folder, ".env");
    await untilRules(uri, ["env-not-ignored", "passphrase-secret"]);
  });

  it("is read to the last of its folders", async () => {
    const folders = Array.from({ length: 80 }, (_, at) => `${at % 10}/${at}/deep`);
    const folder = await folderWith({
      ...IGNORED,
      ...Object.fromEntries(folders.map((name) => [`${name}/.env`, "AUTH_SECRET=hunter2\n"])),
    });
    for (const name of folders) {
      await untilRules(Uri.joinPath(folder, name, ".env"), ["passphrase-secret"]);
    }
  });
});
