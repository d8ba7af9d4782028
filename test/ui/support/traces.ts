import { readdirSync, readFileSync, statSync } from "node:fs";
import { homedir, tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { runProgram } from "../../support/vscode/program.ts";

/** Milliseconds between two looks: a program that does anything at all takes longer. */
const LOOK_EVERY = 10;

/** Collects the arguments of all programs that the machine runs, until it is stopped. */
export class ArgumentWatch {
  readonly #seen = new Set<string>();
  readonly #timer: NodeJS.Timeout;
  #looks = 0;

  constructor() {
    this.#timer = setInterval(() => this.#look(), LOOK_EVERY);
    // A session that fails ends all the same.
    this.#timer.unref();
  }

  /** How often it looked, and all that it saw. */
  async stop(): Promise<{ readonly looks: number; readonly text: string }> {
    clearInterval(this.#timer);
    // Where there is no /proc, one look at least.
    this.#seen.add(await runProgram("ps", ["-A", "-o", "args="]));
    return { looks: this.#looks + 1, text: [...this.#seen].join("\n") };
  }

  #look(): void {
    this.#looks++;
    for (const name of namesIn("/proc")) {
      if (/^\d+$/.test(name)) this.#seen.add(textOf(`/proc/${name}/cmdline`).replaceAll("\0", " "));
    }
  }
}

/** Texts of the files below a folder, by path. A file that goes meanwhile is none. */
export function filesBelow(folder: string): ReadonlyMap<string, string> {
  const files = new Map<string, string>();
  for (const path of namesIn(folder, true)) {
    const file = join(folder, path);
    if (statSync(file, { throwIfNoEntry: false })?.isFile()) files.set(path, textOf(file));
  }
  return files;
}

/** What lies in the system's temporary folder itself: programs leave their files there. */
export function temporaryFiles(): ReadonlySet<string> {
  return new Set(namesIn(tmpdir()).map((name) => join(tmpdir(), name)));
}

/** What shells remember of what was typed into them. */
export function shellHistory(): string {
  return namesIn(homedir())
    .filter((name) => /^\.\w*_?history$/.test(name))
    .map((name) => textOf(join(homedir(), name)))
    .join("\n");
}

/** Everything that the window's own storage holds: state, settings, logs, backups, by place. */
export async function browserStorage(page: Page): Promise<ReadonlyMap<string, string>> {
  const entries = await page.evaluate(async () => {
    const settled = <T>(request: IDBRequest<T>) =>
      new Promise<T>((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
    const decoder = new TextDecoder("latin1");
    const text = (value: unknown) =>
      value instanceof Uint8Array || value instanceof ArrayBuffer
        ? decoder.decode(value)
        : (JSON.stringify(value) ?? "");
    const found: [string, string][] = [
      ["localStorage", JSON.stringify(localStorage)],
      ["sessionStorage", JSON.stringify(sessionStorage)],
      ["cookies", document.cookie],
      ["history", JSON.stringify([location.href, history.state, document.title])],
    ];
    for (const { name = "" } of await indexedDB.databases()) {
      const database = await settled(indexedDB.open(name));
      for (const store of database.objectStoreNames) {
        const objects = database.transaction(store).objectStore(store);
        const [keys, values] = await Promise.all([
          settled(objects.getAllKeys()),
          settled(objects.getAll()),
        ]);
        keys.forEach((key, at) => {
          found.push([`${name}/${store}/${String(key)}`, text(values[at])]);
        });
      }
      database.close();
    }
    return found;
  });
  return new Map(entries);
}

function namesIn(folder: string, recursive = false): readonly string[] {
  try {
    return readdirSync(folder, { recursive, encoding: "utf8" });
  } catch {
    return [];
  }
}

function textOf(file: string): string {
  try {
    return readFileSync(file, "latin1");
  } catch {
    return "";
  }
}
