import {
  commands,
  Disposable,
  EventEmitter,
  type FileChangeEvent,
  FileChangeType,
  FileSystemError,
  type FileSystemProvider,
  FileType,
  Uri,
  workspace,
} from "vscode";
import { answering } from "../support/answers.ts";
import { deepEqual, equal, ok } from "../support/assert.ts";
import { rulesOn, untilRules } from "../support/diagnostics.ts";
import { folderWith, openFile, textOnDisk } from "../support/files.ts";
import { changeFolders } from "../support/folders.ts";

const WEAK = "AUTH_SECRET=correct horse battery\n";
const FILE = Uri.parse("full-disk:/project/.env");

/** A disk with one file, and no space until there is. */
class FullDisk implements FileSystemProvider {
  readonly #changes = new EventEmitter<FileChangeEvent[]>();
  readonly onDidChangeFile = this.#changes.event;
  hasSpace = false;
  #bytes = new TextEncoder().encode(WEAK);
  #time = 1;

  watch = () => new Disposable(() => undefined);

  stat = ({ path }: Uri) => {
    const isFolder = FILE.path.startsWith(`${path.replace(/\/$/, "")}/`);
    if (path !== FILE.path && !isFolder) throw FileSystemError.FileNotFound();
    const type = isFolder ? FileType.Directory : FileType.File;
    return { type, ctime: 0, mtime: this.#time, size: this.#bytes.length };
  };

  readFile = ({ path }: Uri) => {
    if (path !== FILE.path) throw FileSystemError.FileNotFound();
    return this.#bytes;
  };

  writeFile = ({ path }: Uri, content: Uint8Array) => {
    if (!this.hasSpace || path !== FILE.path) throw new Error("ENOSPC: no space left on device");
    this.#bytes = content.slice();
    this.#time++;
    this.#changes.fire([{ type: FileChangeType.Changed, uri: FILE }]);
  };

  readDirectory = (): [string, FileType][] => [[".env", FileType.File]];
  createDirectory = () => undefined;
  delete = () => undefined;
  rename = () => undefined;
}

describe("a disk that is full", () => {
  const disk = new FullDisk();
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
    ok(/^AUTH_SECRET=[\w+/]{43}=\n$/.test(document.getText()), "the secret is not in the editor");
    ok(document.isDirty, "the change is not open");
    disk.hasSpace = true;
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
