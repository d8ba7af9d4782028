import { readdirSync } from "node:fs";
import { homedir } from "node:os";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { textOf } from "../../support/leftFiles.ts";
import { runProgram } from "../../support/vscode/program.ts";

/** Milliseconds between two looks: a program that does anything at all takes longer. */
const LOOK_EVERY = 10;

/** Milliseconds that a program is waited for. */
const SEEN_WITHIN = 30_000;

/** Looks at a program until it is left alone: by then it is what it was started to be. */
const LOOKS_EACH = 20;

/** Collects the arguments of all programs that the machine runs, until it is stopped. */
export class ArgumentWatch {
  readonly #seen = new Set<string>();
  /** How often each program that runs has been looked at, by its id. */
  #looked: ReadonlyMap<string, number> = new Map();
  readonly #timer: NodeJS.Timeout;
  #looks = 0;
  #awaited: { readonly text: string; readonly isSeen: () => void } | undefined;

  constructor() {
    this.#timer = setInterval(() => this.#look(), LOOK_EVERY);
    // A session that fails ends all the same.
    this.#timer.unref();
  }

  /** Resolves with a look that finds a program started from now on with this in its arguments. */
  untilSeen(text: string): Promise<void> {
    return new Promise((isSeen, reject) => {
      this.#awaited = { text, isSeen };
      setTimeout(() => reject(new Error(`no program was seen with ${text}`)), SEEN_WITHIN).unref();
    });
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
    const running = new Map<string, number>();
    for (const name of namesIn("/proc")) {
      if (!/^\d+$/.test(name)) continue;
      const looked = this.#looked.get(name) ?? 0;
      running.set(name, looked + 1);
      if (looked >= LOOKS_EACH) continue;
      const line = textOf(`/proc/${name}/cmdline`).replaceAll("\0", " ");
      this.#seen.add(line);
      if (this.#awaited && line.includes(this.#awaited.text)) this.#awaited.isSeen();
    }
    this.#looked = running;
  }
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

function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}
