import { lineEndingOf, type Span, type TextEdit } from "../edit.ts";
import type { ConfigEntry, NodeOrigin } from "./configFile.ts";
import { type ConfigNode, nodesIn, type PairNode } from "./syntax/node.ts";

/** Puts another text in the place of a value, in its quotes where it has some. */
export function replaceValue({ span, origin }: ConfigEntry, newText: string): TextEdit {
  if (origin.form !== "node") return { ...span, newText };
  const { scalar, prefix, isFlow } = origin;
  if (scalar.quote === "|") return { ...scalar.span, newText: prefix + newText };
  // Bare, the braces of a reference would be those of a map.
  if (scalar.quote === "" && isFlow) return { ...scalar.span, newText: `"${prefix}${newText}"` };
  return { ...span, newText };
}

/** Takes an entry out of its map; the map too where nothing else is in it and nothing may be. */
export function removePair(text: string, { root, pair, map }: NodeOrigin): readonly TextEdit[] {
  if (pair === undefined || map === undefined) return [];
  if (map.isFlow) return removeFromFlow(text, map.pairs, pair);
  const holder = map.pairs.length === 1 ? pairHolding(root, map) : undefined;
  return [wholeLines(text, holder?.span ?? pair.span)];
}

/** The pair of a block whose value a node is; a TOML table without entries is fine as it is. */
function pairHolding(root: ConfigNode, node: ConfigNode): PairNode | undefined {
  for (const each of nodesIn(root)) {
    if (each.kind !== "map" || each.isFlow) continue;
    const found = each.pairs.find(({ value }) => value === node);
    // A table's header stands elsewhere than its key.
    if (found !== undefined) return found.span.start === found.keySpan.start ? found : undefined;
  }
  return undefined;
}

/** The lines that a span stands on, with what is behind it. */
function wholeLines(text: string, { start, end }: Span): TextEdit {
  const lineStart = startOfLine(text, start);
  const next = text.indexOf("\n", end);
  // A file's last line takes the line break before it along.
  if (next < 0 && lineStart > 0) {
    const breakStart = lineStart - (text[lineStart - 2] === "\r" ? 2 : 1);
    return { start: breakStart, end: text.length, newText: "" };
  }
  return { start: lineStart, end: next < 0 ? text.length : next + 1, newText: "" };
}

export function startOfLine(text: string, offset: number): number {
  return text.lastIndexOf("\n", offset - 1) + 1;
}

/** A pair between commas: with the comma behind it, or the one before it where it is the last. */
function removeFromFlow(
  text: string,
  pairs: readonly PairNode[],
  pair: PairNode,
): readonly TextEdit[] {
  const index = pairs.indexOf(pair);
  const [previous, next] = [pairs[index - 1], pairs[index + 1]];
  const lineStart = startOfLine(text, pair.span.start);
  const lineBreak = text.indexOf("\n", pair.span.end);
  const behind = text.slice(pair.span.end, lineBreak < 0 ? text.length : lineBreak);
  const isAlone =
    text.slice(lineStart, pair.span.start).trim() === "" &&
    /^(?:(?:\/\/|#).*\r?)?$/.test(behind.trimStart().replace(/^,\s*/, "")) &&
    lineBreak >= 0;
  if (isAlone) {
    const line = { start: lineStart, end: lineBreak + 1, newText: "" };
    const comma =
      next === undefined && previous ? commaBehind(text, previous, lineStart) : undefined;
    return comma === undefined ? [line] : [comma, line];
  }
  if (next !== undefined) return [{ start: pair.span.start, end: next.span.start, newText: "" }];
  const start = previous?.span.end ?? pair.span.start;
  return [{ start, end: pair.span.end, newText: "" }];
}

/** One piece after the other: an expression for all of them remembers each, and runs out of room. */
const GAPS = /\s+|\/\*[\s\S]*?\*\//gy;

/** The comma that would be left at the end. */
function commaBehind(text: string, { span }: PairNode, limit: number): TextEdit | undefined {
  let start = span.end;
  for (const [gap] of text.slice(span.end, limit).matchAll(GAPS)) start += gap.length;
  return text[start] === "," && start < limit ? { start, end: start + 1, newText: "" } : undefined;
}

/** Lines that follow a key, in the text's own line ending and one step further in. */
export function blockBelow(text: string, key: Span, lines: readonly string[]): string {
  const column = key.start - startOfLine(text, key.start);
  const indent = `${lineEndingOf(text)}${" ".repeat(column)}`;
  return lines.map((line) => indent + line).join("");
}
