import { parentsOf } from "../core/index.ts";

/**
 * Paths by what they and the folders above them are called in whatever case: asked for every file
 * that changes, of which there are as many as a branch differs in, so all are never gone through.
 */
export class KnownPaths {
  /** By path in lower case, of files as of folders. */
  readonly #byPlace = new Map<string, Set<string>>();

  add(path: string): void {
    for (const place of placesOf(path)) {
      const known = this.#byPlace.get(place);
      if (known) known.add(path);
      else this.#byPlace.set(place, new Set([path]));
    }
  }

  delete(path: string): void {
    for (const place of placesOf(path)) {
      const known = this.#byPlace.get(place);
      known?.delete(path);
      if (known?.size === 0) this.#byPlace.delete(place);
    }
  }

  /** The paths at a path or below it, in whatever case, as they were added. */
  at(path: string): readonly string[] {
    return [...(this.#byPlace.get(path.toLowerCase()) ?? [])];
  }
}

/** The path itself and the folders above it, the root aside. */
function placesOf(path: string): readonly string[] {
  const place = path.toLowerCase();
  return [place, ...parentsOf(place)].filter((each) => each !== "");
}
