import type { Span } from "../../edit.ts";
import { type Node, parseTree } from "../../jsonc.ts";
import { type ConfigNode, DEEPEST, type PairNode } from "./node.ts";

/** The root of a JSON file, with comments or without; undefined where there is none. Never throws. */
export function parseJson(text: string): ConfigNode | undefined {
  try {
    const root = parseTree(text, [], { allowTrailingComma: true });
    return root && toNode(root, text, DEEPEST);
  } catch (error) {
    // The parser calls itself for every bracket: thousands of them are no configuration.
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

function toNode(node: Node, text: string, depth: number): ConfigNode | undefined {
  const span = spanOf(node);
  const children = node.children ?? [];
  if (depth === 0 || node.type === "null") return undefined;
  if (node.type === "object") {
    const pairs = children.flatMap((child) => toPair(child, text, depth - 1));
    return { kind: "map", pairs, isFlow: true, span };
  }
  if (node.type === "array") {
    const items = children.flatMap((child) => toNode(child, text, depth - 1) ?? []);
    return { kind: "list", items, isFlow: true, span };
  }
  const isQuoted = node.type === "string";
  const isClosed = isQuoted && node.length > 1 && text[span.end - 1] === '"';
  const valueSpan = isQuoted ? { start: span.start + 1, end: span.end - Number(isClosed) } : span;
  return { kind: "scalar", value: String(node.value), span, valueSpan, quote: isQuoted ? '"' : "" };
}

function toPair(node: Node, text: string, depth: number): readonly PairNode[] {
  const [key, value] = node.children ?? [];
  if (key === undefined) return [];
  const end = value === undefined ? spanOf(key).end : spanOf(value).end;
  return [
    {
      key: String(key.value),
      keySpan: spanOf(key),
      value: value && toNode(value, text, depth),
      span: { start: key.offset, end },
    },
  ];
}

function spanOf({ offset, length }: Node): Span {
  return { start: offset, end: offset + length };
}
