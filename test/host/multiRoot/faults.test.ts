import { commands, type Disposable, Uri, workspace } from "vscode";
import { answering } from "../support/answers.ts";
import { deepEqual, equal, ok } from "../support/assert.ts";
import { rulesOn, untilRules } from "../support/diagnostics.ts";
import { folderWith, openFile, textOnDisk } from "../support/files.ts";
import { changeFolders } from "../support/folders.ts";
import { OneFileDisk } from "../support/oneFileDisk.ts";
import { FRESH, WEAK } from "../support/samples.ts";

const FILE = Uri.parse("full-disk:/project/.env");

describe("a disk that is full", () => {
  const disk = new OneFileDisk(FILE, WEAK, new Error("ENOSPC: no space left on device"));
  let provider: Disposable;

  before(async () => {
    provider = workspace.registerFileSystemProvider(FILE.scheme, disk);
    await changeFolders(() =>
      workspace.updateWorkspaceFolders(2, 0, { uri: Uri.joinPath(FILE, "..") }),
    );
  });

  after(async () => {
    await changeFolders(() => workspace.updateWorkspaceFolders(2, 1));
    provider.dispose();
  });

  it("keeps the file whole, the new secret open in the editor, and says so", async () => {
    const { document } = await openFile(FILE);
    await untilRules(FILE, ["passphrase-secret"]);
    const { shown } = await answering(
      ({ choices, isModal }) =>
        isModal ? "Replace" : choices.find((each) => each.includes("$(file)")),
      () => commands.executeCommand("authSecret.generate", FILE),
    );
    const said = shown.map(({ text }) => text).join("\n");
    ok(/could not be saved/.test(said), `it says ${said}`);
    equal(await textOnDisk(FILE), WEAK, "the file");
    ok(FRESH.test(document.getText()), "the secret is not in the editor");
    ok(document.isDirty, "the change is not open");
    disk.refusal = undefined;
    ok(await document.save(), "it cannot be saved though there is space");
    equal(await textOnDisk(FILE), document.getText(), "the file, once there was space");
    await untilRules(FILE, []);
  });
});

describe("a folder that is removed", () => {
  it("leaves no finding behind, though it was being read", async () => {
    const files: Record<string, string> = { "package.json": "{}", ".gitignore": ".env*\n" };
    for (let at = 0; at < 40; at++) files[`p${at}/.env`] = WEAK;
    const [first] = workspace.workspaceFolders ?? [];
    const folder = await folderWith(files, first);
    const envs = Array.from({ length: 40 }, (_, at) => Uri.joinPath(folder, `p${at}/.env`));
    for (let times = 0; times < 3; times++) {
      await changeFolders(() => workspace.updateWorkspaceFolders(2, 0, { uri: folder }));
      await changeFolders(() => workspace.updateWorkspaceFolders(2, 1));
    }
    const [some] = envs;
    ok(some, "there are no files");
    await workspace.fs.delete(folder, { recursive: true });
    for (const env of envs) await untilRules(env, []);
    deepEqual(envs.flatMap(rulesOn), [], "what is still said");
    await workspace.fs.createDirectory(folder);
  });
});
