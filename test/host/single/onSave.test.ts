import { commands, Uri, workspace } from "vscode";
import { equal, ok } from "../support/assert.ts";
import { untilRules } from "../support/diagnostics.ts";
import {
  exists,
  folderWith,
  openFile,
  replaceAll,
  textOnDisk,
  untilOnDisk,
} from "../support/files.ts";
import { MANIFEST } from "../support/samples.ts";

const PROJECT = {
  "package.json": MANIFEST,
};

async function savingWith(
  actions: Readonly<Record<string, string>>,
  action: () => Promise<void>,
): Promise<void> {
  const settings = workspace.getConfiguration("editor");
  await settings.update("codeActionsOnSave", actions);
  try {
    await action();
  } finally {
    await settings.update("codeActionsOnSave", undefined);
  }
}

/** Types into `.env.local` and saves as a person does. */
async function saveEnv(files: Readonly<Record<string, string>>, text: string): Promise<Uri> {
  const folder = await folderWith({ ...PROJECT, ".env.local": "", ...files });
  // The file system tells of new files in its own time; an open document is known at once.
  for (const name of Object.keys(files)) {
    await workspace.openTextDocument(Uri.joinPath(folder, name));
  }
  const editor = await openFile(Uri.joinPath(folder, ".env.local"));
  await replaceAll(editor, text);
  await commands.executeCommand("workbench.action.files.save");
  return folder;
}

const passphrase = "AUTH_SECRET=correct horse battery staple\n";

describe("saving", () => {
  for (const kind of ["source.fixAll.authSecret", "source.fixAll"]) {
    it(`adds what is missing to .gitignore with ${kind}, and touches no secret`, async () => {
      await savingWith({ [kind]: "explicit" }, async () => {
        const folder = await saveEnv({ ".gitignore": "node_modules\r\n" }, passphrase);
        await untilOnDisk(
          Uri.joinPath(folder, ".gitignore"),
          (ignored) => /^node_modules\r\n[\s\S]*\.env[\s\S]*\r\n$/.test(ignored),
          "no entry was added, or with other line ends",
        );
        const env = Uri.joinPath(folder, ".env.local");
        equal(await textOnDisk(env), passphrase, "the env file");
        await untilRules(env, ["passphrase-secret"]);
      });
    });
  }

  it("creates .gitignore where there is none", async () => {
    const [root] = workspace.workspaceFolders ?? [];
    ok(root, "no folder is open");
    const file = Uri.joinPath(root.uri, ".gitignore");
    equal(await exists(file), false, "a .gitignore beforehand");
    await savingWith({ "source.fixAll.authSecret": "explicit" }, async () => {
      const folder = await saveEnv({}, passphrase);
      await untilOnDisk(file, (text) => text.includes(".env"), "no entry was written");
      await untilRules(Uri.joinPath(folder, ".env.local"), ["passphrase-secret"]);
    });
    await workspace.fs.delete(file);
  });

  it("never fills a secret with source.fixAll", async () => {
    await savingWith({ "source.fixAll": "explicit" }, async () => {
      const folder = await saveEnv({ ".gitignore": ".env*\n" }, "AUTH_SECRET=\n");
      equal(await textOnDisk(Uri.joinPath(folder, ".env.local")), "AUTH_SECRET=\n", "the file");
    });
  });

  it("fills empty and placeholder values, and no others, for who asks for that", async () => {
    await savingWith({ "source.fillSecrets.authSecret": "explicit" }, async () => {
      const text = "AUTH_SECRET=\nNEXTAUTH_SECRET=changeme\nBETTER_AUTH_SECRET=hunter2\n";
      const folder = await saveEnv({ ".gitignore": ".env*\n" }, text);
      const env = Uri.joinPath(folder, ".env.local");
      const secret = "[A-Za-z0-9+/]{43}=";
      const filled = new RegExp(
        `^AUTH_SECRET=${secret}\nNEXTAUTH_SECRET=${secret}\nBETTER_AUTH_SECRET=hunter2\n$`,
      );
      const after = await untilOnDisk(
        env,
        (content) => filled.test(content),
        "other values were written, or these were not",
      );
      equal(new Set(after.match(/(?<==).+/g)).size, 3, "the number of different values");
    });
  });

  it("changes nothing without being asked", async () => {
    const folder = await saveEnv({ ".gitignore": "dist\n" }, passphrase);
    equal(await textOnDisk(Uri.joinPath(folder, ".gitignore")), "dist\n", ".gitignore");
  });
});
