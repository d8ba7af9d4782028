/** What stands for a whole value: `${X:-default}`, as compose, Dockerfiles and shells write it. */
export interface Interpolation {
  readonly variable: string;
  /** What is taken where the variable is not set; undefined where nothing is. */
  readonly fallback: string | undefined;
  /** Where the fallback begins in the value. */
  readonly fallbackStart: number;
  /** True for `:?`, with which nothing starts unless the variable is set. */
  readonly isGuarded: boolean;
}

const WHOLE = /^\$(?:([A-Za-z_]\w*)|\{([A-Za-z_]\w*)(?:(:?[-?+])([\s\S]*))?\})$/;

/** Longer ones name no variables, and each nesting is read anew. */
const LONGEST = 4096;

/** Undefined for a value that is something else than one variable. */
export function readInterpolation(value: string): Interpolation | undefined {
  const match = value.length > LONGEST ? null : WHOLE.exec(value);
  if (match === null) return undefined;
  const [, bare, braced, operator = "", rest] = match;
  // `${A}${B}` is two of them.
  if (rest !== undefined && !isBalanced(rest)) return undefined;
  const isFallback = operator.endsWith("-") || operator.endsWith("+");
  return {
    variable: bare ?? braced ?? "",
    fallback: isFallback ? rest : undefined,
    fallbackStart: value.length - 1 - (rest ?? "").length,
    isGuarded: operator.endsWith("?"),
  };
}

function isBalanced(text: string): boolean {
  let depth = 0;
  for (const character of text) {
    if (character === "{") depth++;
    if (character === "}" && --depth < 0) return false;
  }
  return depth === 0;
}

/** The innermost literal of `${A:-${B:-text}}`, with its place in the value. */
export function literalFallback(value: string): { text: string; start: number } | undefined {
  let start = 0;
  let rest = value;
  for (let found = readInterpolation(rest); found; found = readInterpolation(rest)) {
    if (found.fallback === undefined) return undefined;
    start += found.fallbackStart;
    rest = found.fallback;
    if (!rest.startsWith("$")) return { text: rest, start };
  }
  return undefined;
}
