const NONE: ReadonlySet<string> = new Set();

/** Which packages' sources import from a file, or would if it were there: they change with it. */
export class Importers {
  readonly #imports = new Map<string, ReadonlySet<string>>();
  readonly #importers = new Map<string, Set<string>>();

  /** The folders of the packages that import from a file. */
  of(path: string): ReadonlySet<string> {
    return this.#importers.get(path) ?? NONE;
  }

  has(path: string): boolean {
    return this.#importers.has(path);
  }

  /** Takes what a package imports from now. Returns the files that no package imported from before. */
  follow(folder: string, paths: readonly string[]): readonly string[] {
    const imports = new Set(paths);
    for (const path of this.#imports.get(folder) ?? []) {
      if (!imports.has(path)) this.#forget(folder, path);
    }
    const added = [...imports].filter((path) => !this.#importers.has(path));
    for (const path of imports) {
      this.#importers.set(path, (this.#importers.get(path) ?? new Set()).add(folder));
    }
    if (imports.size > 0) this.#imports.set(folder, imports);
    else this.#imports.delete(folder);
    return added;
  }

  /** Forgets packages that are no longer there. */
  keepOnly(folders: ReadonlyMap<string, unknown>): void {
    for (const folder of this.#imports.keys()) {
      if (!folders.has(folder)) this.follow(folder, []);
    }
  }

  #forget(folder: string, path: string): void {
    const importers = this.#importers.get(path);
    importers?.delete(folder);
    if (importers?.size === 0) this.#importers.delete(path);
  }
}
