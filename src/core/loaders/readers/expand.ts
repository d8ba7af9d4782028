import type { Reader } from "../loader.ts";

/** What dotenv-expand takes for a variable: a name, or anything in braces. */
const REFERENCE = /(?<!\\)\$(?:\{([^{}]+)\}|([A-Za-z_]\w*))/;

/**
 * A reader whose values dotenv-expand 12 goes over, as Vite (7.3.8, 8.3.8) and Wrangler bundle it:
 * also those in single quotes. Of `\$` it leaves the `$`.
 */
export function expanding({ read }: Reader): Reader {
  return {
    reference: new RegExp(REFERENCE, "g"),
    // Where it never ends, the app hangs before it begins, and so gets nothing.
    read: (text) => expandAll(read(text), expand),
  };
}

/**
 * Values with what they refer to, each in terms of those before it that are expanded already; none at
 * all where `expand` says of one, by undefined, that it never ends.
 */
export function expandAll(
  read: ReadonlyMap<string, string>,
  expand: (value: string, values: ReadonlyMap<string, string>) => string | undefined,
): ReadonlyMap<string, string> {
  const values = new Map(read);
  for (const [key, value] of values) {
    const expanded = expand(value, values);
    if (expanded === undefined) return new Map();
    values.set(key, expanded.replaceAll("\\$", "$"));
  }
  return values;
}

/** More than any chain that is meant: from here on the real ones go on for ever, or overflow. */
export const MOST_STEPS = 1_000;
export const LONGEST = 1_000_000;

/**
 * The first reference first; a value that comes round again gives way to its fallback. Undefined
 * where that never ends.
 */
function expand(value: string, values: ReadonlyMap<string, string>): string | undefined {
  const seen = new Set<string>();
  let result = value;
  for (let step = 0; step < MOST_STEPS && result.length <= LONGEST; step++) {
    const match = REFERENCE.exec(result);
    if (match === null) return result;
    seen.add(result);
    const [whole, inBraces = "", bare = ""] = match;
    const { name, value: found, fallback } = resolve(inBraces || bare, values);
    result = result.replace(whole, found && !seen.has(found) ? found : fallback);
    if (result === values.get(name)) return result;
  }
  return undefined;
}

interface Resolved {
  readonly name: string;
  readonly value: string | undefined;
  readonly fallback: string;
}

/** `NAME`, `NAME:-fallback`, `NAME-fallback`, and `NAME:+instead`, `NAME+instead`. */
function resolve(expression: string, values: ReadonlyMap<string, string>): Resolved {
  const [operator] = /:\+|\+|:-|-/.exec(expression) ?? [];
  if (operator === undefined) {
    return { name: expression, value: values.get(expression), fallback: "" };
  }
  const [name = "", ...rest] = expression.split(operator);
  const fallback = rest.join(operator);
  const value = values.get(name);
  if (!operator.endsWith("+")) return { name, value, fallback };
  return { name, value: undefined, fallback: value ? fallback : "" };
}
