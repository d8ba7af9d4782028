import { commands, type Disposable, env, FileSystemError, Uri, workspace } from "vscode";
import { answering } from "../support/answers.ts";
import { equal, ok } from "../support/assert.ts";
import { untilRules } from "../support/diagnostics.ts";
import { openFile, textOnDisk } from "../support/files.ts";
import { changeFolders } from "../support/folders.ts";
import { OneFileDisk } from "../support/oneFileDisk.ts";

const TEXT = "AUTH_SECRET=hunter2\n";
const FILE = Uri.parse("read-only:/project/.env");

describe("a folder on a read-only, virtual file system", () => {
  const disk = new OneFileDisk(FILE, TEXT, FileSystemError.NoPermissions());
  let provider: Disposable;

  before(async () => {
    provider = workspace.registerFileSystemProvider(FILE.scheme, disk, {
      isReadonly: true,
    });
    await changeFolders(() =>
      workspace.updateWorkspaceFolders(2, 0, { uri: Uri.joinPath(FILE, "..") }),
    );
  });

  after(async () => {
    await changeFolders(() => workspace.updateWorkspaceFolders(2, 1));
    provider.dispose();
  });

  it("is judged; generating says why it cannot write, and copies instead", async () => {
    await openFile(FILE);
    await untilRules(FILE, ["passphrase-secret"]);
    const { shown } = await answering(
      ({ choices, isModal }) =>
        isModal ? "Replace" : (choices.find((each) => each.includes("$(file)")) ?? "Copy"),
      () => commands.executeCommand("authSecret.generate"),
    );
    const message = shown.at(-2)?.text ?? "";
    ok(message.includes("read-only"), `it says instead: ${message}`);
    ok(/^[\w+/]{43}=$/.test(await env.clipboard.readText()), "no secret is on the clipboard");
    equal(await textOnDisk(FILE), TEXT, "the file");
  });
});
