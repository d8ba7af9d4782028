import {
  commands,
  Disposable,
  EventEmitter,
  env,
  type FileChangeEvent,
  FileSystemError,
  type FileSystemProvider,
  FileType,
  Uri,
  workspace,
} from "vscode";
import { answering } from "../support/answers.ts";
import { equal, ok } from "../support/assert.ts";
import { untilRules } from "../support/diagnostics.ts";
import { openFile, textOnDisk } from "../support/files.ts";
import { changeFolders } from "../support/folders.ts";

const TEXT = "AUTH_SECRET=hunter2\n";
const FILE = Uri.parse("read-only:/project/.env");

/** A file system that is not a disk, holds one file, and takes nothing. */
class OneFile implements FileSystemProvider {
  readonly onDidChangeFile = new EventEmitter<FileChangeEvent[]>().event;

  watch = () => new Disposable(() => undefined);

  stat = ({ path }: Uri) => {
    const isFolder = FILE.path.startsWith(`${path.replace(/\/$/, "")}/`);
    if (path !== FILE.path && !isFolder) throw FileSystemError.FileNotFound();
    const type = isFolder ? FileType.Directory : FileType.File;
    return { type, ctime: 0, mtime: 0, size: TEXT.length };
  };

  readFile = ({ path }: Uri) => {
    if (path !== FILE.path) throw FileSystemError.FileNotFound();
    return new TextEncoder().encode(TEXT);
  };

  readDirectory = (): [string, FileType][] => [[".env", FileType.File]];
  createDirectory = () => refuse();
  writeFile = () => refuse();
  delete = () => refuse();
  rename = () => refuse();
}

function refuse(): never {
  throw FileSystemError.NoPermissions();
}

describe("a folder on a read-only, virtual file system", () => {
  let provider: Disposable;

  before(async () => {
    provider = workspace.registerFileSystemProvider(FILE.scheme, new OneFile(), {
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
