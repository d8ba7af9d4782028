import { languages, Uri, workspace } from "vscode";
import { deepEqual, equal, ok } from "../support/assert.ts";
import { applyPreferred } from "../support/codeActions.ts";
import { place, ruleOf, untilRules } from "../support/diagnostics.ts";
import { folderWith, openFile, textOnDisk, writeText } from "../support/files.ts";

const manifest = JSON.stringify({ dependencies: { "next-auth": "5.0.0" } });

describe("files on disk", () => {
  it("are judged without being open, and again when another program changes them", async () => {
    const folder = await folderWith({
      "package.json": manifest,
      ".gitignore": ".env*\n",
      ".env": "AUTH_SECRET=correct horse battery staple\n",
    });
    const file = Uri.joinPath(folder, ".env");
    const [passphrase] = await untilRules(file, ["passphrase-secret"]);
    deepEqual(passphrase && [ruleOf(passphrase), place(passphrase)], [
      "passphrase-secret",
      "1:13-1:41",
    ]);
    await writeText(file, "AUTH_SECRET=\n");
    await untilRules(file, ["empty-secret"]);
    await workspace.fs.delete(file);
    await untilRules(file, []);
  });

  it("leave nothing behind in the editor's list once they are gone", async () => {
    const names = Array.from({ length: 20 }, (_, at) => `packages/p${at}/.env`);
    const folder = await folderWith({
      "package.json": manifest,
      ".gitignore": ".env*\n",
      ...Object.fromEntries(names.map((name) => [name, "AUTH_SECRET=\n"])),
    });
    const packages = Uri.joinPath(folder, "packages");
    const files = names.map((name) => Uri.joinPath(folder, name));
    for (const file of files) await untilRules(file, ["empty-secret"]);
    await workspace.fs.delete(packages, { recursive: true });
    for (const file of files) await untilRules(file, []);
    const entries = languages.getDiagnostics().map(([uri]) => uri.path);
    deepEqual(
      entries.filter((path) => path.startsWith(packages.path)),
      [],
    );
  });

  it("are read with their byte order mark, open or not", async () => {
    const folder = await folderWith({
      "package.json": JSON.stringify({ dependencies: { "@auth/sveltekit": "1", vite: "^8.3.0" } }),
      ".gitignore": ".env*\n",
      ".env": "\uFEFFAUTH_SECRET=correct horse battery staple\n",
    });
    const file = Uri.joinPath(folder, ".env");
    const both = ["mangled-secret", "passphrase-secret"];
    deepEqual((await untilRules(file, both)).map(place), ["1:1-1:12", "1:13-1:41"]);
    const { document } = await openFile(file);
    const [mangled] = await untilRules(file, both);
    deepEqual(mangled && [ruleOf(mangled), place(mangled)], ["mangled-secret", "1:1-1:12"]);
    ok(mangled, "nothing was found");
    await applyPreferred(file, mangled.range);
    await untilRules(file, ["passphrase-secret"]);
    equal(document.getText(), "\nAUTH_SECRET=correct horse battery staple\n", "the document");
    await document.save();
    const saved = await textOnDisk(file);
    equal(saved, `\uFEFF${document.getText()}`, "the file");
  });

  it("are judged as they are typed, saved or not", async () => {
    const folder = await folderWith({
      "package.json": manifest,
      ".gitignore": ".env*\n",
      ".env": "",
    });
    const editor = await openFile(Uri.joinPath(folder, ".env"));
    await editor.edit((edit) => edit.insert(editor.selection.active, "AUTH_SECRET=hunter2\n"));
    await untilRules(editor.document.uri, ["passphrase-secret"]);
  });
});
