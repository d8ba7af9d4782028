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

interface Entry {
  /** As it was made; who asks may use other letters. */
  readonly path: string;
  readonly bytes: Uint8Array;
  readonly time: number;
}

/** A file system that takes names which differ in case for one, as those of macOS and Windows do. */
export class CaseBlindDisk implements FileSystemProvider {
  readonly #changes = new EventEmitter<FileChangeEvent[]>();
  readonly onDidChangeFile = this.#changes.event;
  readonly #root: Uri;
  readonly #entries = new Map<string, Entry>();
  #time = 0;

  constructor(root: Uri, files: Readonly<Record<string, string>>) {
    this.#root = root;
    for (const [name, text] of Object.entries(files)) {
      this.#put(`${root.path}/${name}`, new TextEncoder().encode(text));
    }
  }

  /** The names of all files, as they were made. */
  get names(): readonly string[] {
    return [...this.#entries.values()].map(({ path }) => path.slice(this.#root.path.length + 1));
  }

  watch = () => new Disposable(() => undefined);

  stat = ({ path }: Uri) => {
    const entry = this.#entries.get(keyOf(path));
    if (entry) {
      return { type: FileType.File, ctime: 0, mtime: entry.time, size: entry.bytes.length };
    }
    if (this.#below(path).length === 0) throw FileSystemError.FileNotFound();
    return { type: FileType.Directory, ctime: 0, mtime: 0, size: 0 };
  };

  readFile = ({ path }: Uri) => {
    const entry = this.#entries.get(keyOf(path));
    if (!entry) throw FileSystemError.FileNotFound();
    return entry.bytes;
  };

  readDirectory = ({ path }: Uri): [string, FileType][] => {
    const names = new Map<string, FileType>();
    for (const each of this.#below(path)) {
      const [name = "", ...rest] = each.path.slice(keyOf(path).length + 1).split("/");
      names.set(name, rest.length > 0 ? FileType.Directory : FileType.File);
    }
    return [...names];
  };

  writeFile = ({ path }: Uri, content: Uint8Array) => {
    const type = this.#entries.has(keyOf(path)) ? FileChangeType.Changed : FileChangeType.Created;
    this.#tell(type, this.#put(path, content.slice()));
  };

  delete = ({ path }: Uri) => {
    const entry = this.#entries.get(keyOf(path));
    if (!entry) throw FileSystemError.FileNotFound();
    this.#entries.delete(keyOf(path));
    this.#tell(FileChangeType.Deleted, entry);
  };

  createDirectory = () => undefined;
  rename = () => {
    throw FileSystemError.NoPermissions();
  };

  #put(path: string, bytes: Uint8Array): Entry {
    const entry = { path: this.#entries.get(keyOf(path))?.path ?? path, bytes, time: ++this.#time };
    this.#entries.set(keyOf(path), entry);
    return entry;
  }

  #below(folder: string): readonly Entry[] {
    const prefix = `${keyOf(folder)}/`;
    return [...this.#entries].flatMap(([key, entry]) => (key.startsWith(prefix) ? entry : []));
  }

  #tell(type: FileChangeType, { path }: Entry): void {
    this.#changes.fire([{ type, uri: this.#root.with({ path }) }]);
  }
}

const keyOf = (path: string) => path.toLowerCase().replace(/\/$/, "");
