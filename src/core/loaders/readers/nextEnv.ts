import type { Reader } from "../loader.ts";
import { readDotenv } from "./dotenv.ts";
import { expandAll, LONGEST, MOST_STEPS } from "./expand.ts";

/** As loose as the expander of `@next/env` 14–16: `$1` in the midst of a password is a variable there. */
const REFERENCE = /(?<!\\)\$\{?\w+(?::-[^}\\]*)?\}?/g;

/**
 * `@next/env` 14–16: dotenv 16.3.1 and an expander, which looks into values whatever their quotes
 * are. Of `\$` it leaves the `$`.
 */
export const nextEnvReader: Reader = {
  reference: REFERENCE,
  // Where it never ends, Next gives up on the whole file and goes on without it.
  read: (text) => expandAll(readDotenv(text), expand),
};

const NAMED = /^\$\{?(\w+)(?::-([^}\\]*))?\}?/;

/** The last reference first, until none is left; undefined where that never ends. */
function expand(value: string, values: ReadonlyMap<string, string>): string | undefined {
  let result = value;
  for (let step = 0; step < MOST_STEPS; step++) {
    const [reference, name = "", fallback] = NAMED.exec(fromLastSign(result)) ?? [];
    if (reference === undefined) return result;
    result = result.replace(reference, fallback || values.get(name) || "");
    if (result.length > LONGEST) break;
  }
  return undefined;
}

/** The text from its last `$` that no backslash stands before. */
function fromLastSign(text: string): string {
  let start = text.lastIndexOf("$");
  while (start > 0 && text[start - 1] === "\\") start = text.lastIndexOf("$", start - 1);
  return start < 0 ? "" : text.slice(start);
}
