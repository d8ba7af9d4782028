import { parentsOf } from "../core/index.ts";

/** So many folders are searched each by itself: a search starts a program. */
export const MOST_SEARCHES = 8;

/**
 * The folders to search for all that came with new ones: each, but those that lie in others, or the
 * folder around them all where they are many, as when another branch is checked out.
 */
export function foldersToSearch(created: Iterable<string>): readonly string[] {
  const folders = new Set(created);
  const outermost = [...folders].filter(
    (folder) => !parentsOf(folder).some((at) => folders.has(at)),
  );
  return outermost.length > MOST_SEARCHES ? [around(outermost)] : outermost;
}

/** The nearest folder that all of some paths lie in; none of them is the root. */
function around(paths: readonly string[]): string {
  const [first = [], ...others] = paths.map(parentsOf);
  return first.find((folder) => others.every((parents) => parents.includes(folder))) ?? "";
}
