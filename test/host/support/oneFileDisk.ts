import {
  Disposable,
  EventEmitter,
  type FileChangeEvent,
  FileChangeType,
  FileSystemError,
  type FileSystemProvider,
  FileType,
  type Uri,
} from "vscode";

/** A file system that is no disk and holds one file. */
export class OneFileDisk implements FileSystemProvider {
  readonly #changes = new EventEmitter<FileChangeEvent[]>();
  readonly onDidChangeFile = this.#changes.event;
  /** What is thrown at who writes; undefined lets them. */
  refusal: Error | undefined;
  readonly #file: Uri;
  #bytes: Uint8Array;
  #time = 1;

  constructor(file: Uri, text: string, refusal: Error) {
    this.#file = file;
    this.#bytes = new TextEncoder().encode(text);
    this.refusal = refusal;
  }

  watch = () => new Disposable(() => undefined);

  stat = ({ path }: Uri) => {
    const isFolder = this.#file.path.startsWith(`${path.replace(/\/$/, "")}/`);
    if (path !== this.#file.path && !isFolder) throw FileSystemError.FileNotFound();
    const type = isFolder ? FileType.Directory : FileType.File;
    return { type, ctime: 0, mtime: this.#time, size: this.#bytes.length };
  };

  readFile = ({ path }: Uri) => {
    if (path !== this.#file.path) throw FileSystemError.FileNotFound();
    return this.#bytes;
  };

  writeFile = ({ path }: Uri, content: Uint8Array) => {
    if (path !== this.#file.path) this.#refuse();
    if (this.refusal) throw this.refusal;
    this.#bytes = content.slice();
    this.#time++;
    this.#changes.fire([{ type: FileChangeType.Changed, uri: this.#file }]);
  };

  readDirectory = (): [string, FileType][] => {
    const { path } = this.#file;
    return [[path.slice(path.lastIndexOf("/") + 1), FileType.File]];
  };

  createDirectory = () => this.#refuse();
  delete = () => this.#refuse();
  rename = () => this.#refuse();

  #refuse(): never {
    throw this.refusal ?? FileSystemError.NoPermissions();
  }
}
