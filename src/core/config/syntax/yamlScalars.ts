import { characterOf } from "./toml.ts";

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
  const joined = written.replace(/\\(?:\r?\n[ \t]*|([^\r\n]))/g, (escape, letter?: string) =>
    // Kept apart from the blanks around line breaks, which folding drops.
    letter === undefined ? "" : escape,
  );
  return foldLines(joined).replace(
    /\\(?:x([\dA-Fa-f]{2})|u([\dA-Fa-f]{4})|U([\dA-Fa-f]{8})|([^\r\n]))/g,
    (escape, two?: string, four?: string, eight?: string, letter?: string) => {
      const code = two ?? four ?? eight;
      if (code !== undefined) return characterOf(Number.parseInt(code, 16));
      return ESCAPES[letter ?? ""] ?? escape;
    },
  );
}

function foldLines(written: string): string {
  if (!/[\r\n]/.test(written)) return written;
  const lines = written.split(/\r\n|[\r\n]/);
  let folded = (lines[0] ?? "").replace(/[ \t]+$/, "");
  let breaks = 0;
  for (const line of lines.slice(1)) {
    const bare = line.replace(/^[ \t]+|[ \t]+$/g, "");
    if (bare === "") breaks++;
    else {
      folded += breaks > 0 ? "\n".repeat(breaks) + bare : ` ${bare}`;
      breaks = 0;
    }
  }
  return breaks > 0 ? folded + (breaks > 1 ? "\n".repeat(breaks - 1) : " ") : folded;
}

/** A block behind `|` or `>`: without its indentation, the line breaks at its end as asked for. */
export function decodeBlock(header: string, written: string): string {
  const lines = written.split(/\r\n|[\r\n]/);
  const indent = Math.min(...lines.filter((line) => line.trim() !== "").map(indentOf), 1000);
  const bare = lines.map((line) => line.slice(Math.min(indent, indentOf(line))));
  const text = header.startsWith(">") ? bare.join(" ") : bare.join("\n");
  const ended = text.replace(/[ \n]+$/, "");
  return header.includes("-") ? ended : `${ended}\n`;
}

function indentOf(line: string): number {
  return line.length - line.trimStart().length;
}
