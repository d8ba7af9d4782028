/** A cookie as it was pasted: its name where one was there, and its whole value. */
export interface Cookie {
  readonly name: string | undefined;
  /** Without quotes and percent signs, its parts joined. */
  readonly value: string;
  /** Numbers of the parts of a chunked cookie that are not there; the last ones cannot be told. */
  readonly missingParts: readonly number[];
}

/** More than any browser sends along; what lies behind is not looked at. */
const LONGEST = 1_000_000;

/**
 * The cookies in a text that a person copied from wherever they found it: a bare value,
 * `name=value`, a `Cookie:` header, `Set-Cookie:` lines, a row of a browser's cookie table, a
 * `curl` command, a bearer token. Never throws.
 */
export function parseCookies(pasted: string): readonly Cookie[] {
  const text = pasted.slice(0, LONGEST).trim();
  if (/^[\w.\s-]+$/.test(text) && !text.includes("\t")) {
    // A bare token, which terminals and mails break into lines.
    return [{ name: undefined, value: text.replace(/\s/g, ""), missingParts: [] }];
  }
  const pairs = headersIn(text)
    .flatMap(pairsOf)
    .filter(({ value }) => value !== "");
  return joinParts(pairs);
}

interface Pair {
  readonly name: string | undefined;
  readonly value: string;
}

/** A header in a command line ends with the quote round it. */
const IN_QUOTES = /(["'])(?:set-)?cookie:(.*?)\1/gis;

function headersIn(text: string): readonly string[] {
  const quoted = [...text.matchAll(IN_QUOTES)].map((match) => match[2] ?? "");
  return quoted.length > 0 ? quoted : text.split(/[\r\n]+/);
}

const LABEL = /^\s*(?:(?:set-)?cookie:|(?:authorization:\s*)?bearer\s)/i;
const ATTRIBUTE =
  /^(?:path|domain|expires|max-age|samesite|httponly|secure|priority|partitioned)$/i;

function pairsOf(header: string): readonly Pair[] {
  const line = header.replace(LABEL, "").trim();
  const [name = "", value] = line.split("\t");
  if (value !== undefined) return [{ name: name.trim(), value: plain(value) }];
  return line.split(";").flatMap((part) => {
    const pair = pairOf(part.trim());
    return ATTRIBUTE.test(pair.name ?? pair.value) ? [] : pair;
  });
}

/** RFC 6265 §4.1.1: a name is a token of RFC 7230. */
const NAMED = /^([!#$%&'*+.^_`|~\w-]+)\s*[=:]\s*(.+)$/s;

function pairOf(text: string): Pair {
  const [, name, value] = NAMED.exec(text) ?? [];
  // Base64 ends with what looks like an empty value behind a name.
  if (name === undefined || value === undefined || /^=+$/.test(value)) {
    return { name: undefined, value: plain(text) };
  }
  return { name, value: plain(value) };
}

/** The value that a server sees: browsers show it with percent signs, some tools with quotes. */
function plain(text: string): string {
  const unquoted = text.trim().replace(/^(["'])(.*)\1$/s, "$2");
  // Better Auth 1.7 encodes once when it signs; tools do so again when they copy.
  return decodePercent(decodePercent(unquoted)).trim();
}

function decodePercent(text: string): string {
  if (!/%[0-9a-f]{2}/i.test(text)) return text;
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** `@auth/core` 0.41 and better-auth 1.7 cut a long value into `name.0`, `name.1` … */
function joinParts(pairs: readonly Pair[]): readonly Cookie[] {
  const parts = new Map<string, Map<number, string>>();
  const cookies = pairs.flatMap((pair): readonly Cookie[] => {
    const [, base, index] = /^(.+)\.(\d{1,2})$/.exec(pair.name ?? "") ?? [];
    if (base === undefined) return [{ ...pair, missingParts: [] }];
    const known = parts.get(base) ?? new Map<number, string>();
    parts.set(base, known.set(Number(index), pair.value));
    return [];
  });
  return [...cookies, ...[...parts].map(([name, values]) => joined(name, values))];
}

function joined(name: string, parts: ReadonlyMap<number, string>): Cookie {
  const count = Math.max(...parts.keys()) + 1;
  const numbers = Array.from({ length: count }, (_, index) => index);
  return {
    name,
    value: numbers.map((index) => parts.get(index) ?? "").join(""),
    missingParts: numbers.filter((index) => !parts.has(index)),
  };
}
