import { characterOf, isBlank, trimBlanks } from "./tree.ts";

/** A bare scalar: its lines are joined by blanks, each empty one stands for a line break. */
export function decodePlain(written: string): string {
  return foldLines(written.trim());
}

/** What stands between single quotes: two of them are one. */
export function decodeSingle(written: string): string {
  return foldLines(written).replaceAll("''", "'");
}

const ESCAPES: Readonly<Record<string, string>> = {
  "0": "\0",
  a: "\x07",
  b: "\b",
  t: "\t",
  "\t": "\t",
  n: "\n",
  v: "\v",
  f: "\f",
  r: "\r",
  e: "\x1b",
  " ": " ",
  '"': '"',
  "/": "/",
  "\\": "\\",
  N: "\u0085",
  _: "\u00a0",
  L: "\u2028",
  P: "\u2029",
};

/** What stands between double quotes, with the escapes of YAML 1.2. */
export function decodeDouble(written: string): string {
  const joined = written.replace(/\\(?:\r?\n[ \t]*|([^\r\n]))/g, (sign, letter?: string) =>
    // Kept apart from the blanks around line breaks, which folding drops.
    letter === undefined ? "" : sign,
  );
  return foldLines(joined).replace(
    /\\(?:x([\dA-Fa-f]{2})|u([\dA-Fa-f]{4})|U([\dA-Fa-f]{8})|([^\r\n]))/g,
    (sign, two?: string, four?: string, eight?: string, letter?: string) => {
      const code = two ?? four ?? eight;
      if (code !== undefined) return characterOf(Number.parseInt(code, 16));
      return ESCAPES[letter ?? ""] ?? sign;
    },
  );
}

function foldLines(written: string): string {
  if (!/[\r\n]/.test(written)) return written;
  const lines = written.split(/\r\n|[\r\n]/);
  const last = lines.length - 1;
  let folded = "";
  let breaks = 0;
  for (const [index, line] of lines.entries()) {
    const bare = trimLine(line, index > 0, index < last);
    if (index > 0) breaks++;
    if (bare === "" && index > 0 && index < last) continue;
    if (breaks > 0) folded += breaks === 1 ? " " : "\n".repeat(breaks - 1);
    folded += bare;
    breaks = 0;
  }
  return folded;
}

/** Blanks at the very start and end of a quoted text belong to it; those at line breaks do not. */
function trimLine(line: string, isTrimmedBefore: boolean, isTrimmedBehind: boolean): string {
  const [first, last] = [isTrimmedBefore ? "" : "x", isTrimmedBehind ? "" : "x"];
  const trimmed = trimBlanks(first + line + last);
  return trimmed.slice(first.length, trimmed.length - last.length);
}

/**
 * A block behind `|` or `>`: without its indentation, which is that of its lines, also where the header
 * counts another; the line breaks at its end as asked for, of several (`+`) one.
 */
export function decodeBlock(header: string, written: string): string {
  const lines = written.split(/\r\n|[\r\n]/);
  const indent = lines
    .filter((line) => trimBlanks(line) !== "")
    .reduce((least, line) => Math.min(least, indentOf(line)), 1000);
  const bare = lines.map((line) => line.slice(Math.min(indent, indentOf(line))));
  while (bare.length > 0 && bare.at(-1) === "") bare.pop();
  const text = header.startsWith(">") ? foldLines(bare.join("\n")) : bare.join("\n");
  return header.includes("-") || text === "" ? text : `${text}\n`;
}

function indentOf(line: string): number {
  let count = 0;
  while (isBlank(line[count])) count++;
  return count;
}
