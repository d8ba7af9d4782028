import ignore, { type Ignore } from "ignore";

const known = new WeakMap<readonly string[], Ignore>();

/** True for a file that one of the patterns names; they are written as in `.gitignore`. */
export function isNamed(path: string, patterns: readonly string[]): boolean {
  if (patterns.length === 0) return false;
  const matcher = known.get(patterns) ?? ignore({ ignorecase: false }).add([...patterns]);
  known.set(patterns, matcher);
  return matcher.ignores(path);
}
