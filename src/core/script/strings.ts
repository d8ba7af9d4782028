const ESCAPES: Readonly<Record<string, string>> = {
  n: "\n",
  t: "\t",
  r: "\r",
  b: "\b",
  f: "\f",
  v: "\v",
  "0": "\0",
  "\n": "",
  "\r": "",
  "\u2028": "",
  "\u2029": "",
};

const ESCAPE = /\\(?:u\{([0-9a-fA-F]+)\}|u([0-9a-fA-F]{4})|x([0-9a-fA-F]{2})|(\r\n)|([\s\S]))/g;

/** The text between quotes as the program gets it (ECMA-262, 12.9.4). */
function unescaped(inner: string): string {
  if (!inner.includes("\\")) return inner;
  return inner.replace(
    ESCAPE,
    (_whole, point?: string, unit?: string, byte?: string, newline?: string, other?: string) => {
      const code = point ?? unit ?? byte;
      if (code !== undefined) return codePoint(Number.parseInt(code, 16));
      if (newline !== undefined || other === undefined) return "";
      return ESCAPES[other] ?? other;
    },
  );
}

function codePoint(code: number): string {
  return code <= 0x10ffff ? String.fromCodePoint(code) : "";
}

/** What a quoted literal holds; undefined where its closing quote is missing. */
export function valueOfString(literal: string): string | undefined {
  const quote = literal.charAt(0);
  if (literal.length < 2 || !literal.endsWith(quote)) return undefined;
  return unescaped(literal.slice(1, -1));
}
