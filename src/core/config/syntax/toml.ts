/// <reference path="./lezer-toml.d.ts" />
import type { SyntaxNode, Tree } from "@lezer/common";
import { parser } from "lezer-toml";
import type { Span } from "../../edit.ts";
import { parseWithin } from "../../parseWithin.ts";
import { type ConfigNode, DEEPEST, type PairNode, type Quote, type ScalarNode } from "./node.ts";
import { characterOf, childrenOf, spanOf } from "./tree.ts";

export function parseTomlTree(text: string): Tree {
  return parseWithin(parser, text);
}

interface OpenMap {
  readonly kind: "map";
  readonly pairs: PairNode[];
  readonly isFlow: boolean;
  readonly span: Span;
}

/**
 * The root of a TOML 1.0 file. What the parser cannot make sense of is left out. Tables of an array
 * are read as if they were one: no place that is looked at lies in such a table.
 */
export function parseToml(text: string): ConfigNode {
  const root = openMap({ start: 0, end: text.length }, false);
  for (const node of childrenOf(parseTomlTree(text).topNode)) {
    if (node.name === "Pair") addPair(root, node, text, DEEPEST);
    if (node.name === "Table" || node.name === "ArrayTable") addTable(root, node, text);
  }
  return root;
}

function addTable(root: OpenMap, table: SyntaxNode, text: string): void {
  const [header, ...rest] = childrenOf(table);
  const target = header && mapAt(root, keysOf(header, text), spanOf(table));
  if (target === undefined) return;
  for (const node of rest) if (node.name === "Pair") addPair(target, node, text, DEEPEST);
}

function addPair(parent: OpenMap, pair: SyntaxNode, text: string, depth: number): void {
  const keys = keysOf(pair, text);
  const last = keys.at(-1);
  const target = mapAt(parent, keys.slice(0, -1), spanOf(pair));
  if (last === undefined || target === undefined || depth === 0) return;
  const node = pair.lastChild;
  const value = node === null ? undefined : toNode(node, text, depth - 1);
  addTo(target, { key: last.key, keySpan: last.span, value, span: spanOf(pair) });
}

/** The map below some keys, made where it is not there; undefined where a value is in the way. */
function mapAt(root: OpenMap, keys: readonly Key[], span: Span): OpenMap | undefined {
  let map = root;
  for (const { key, span: keySpan } of keys) {
    const known = index.get(map)?.get(key);
    if (known !== undefined && !isOpenMap(known.value)) return undefined;
    const next = known !== undefined && isOpenMap(known.value) ? known.value : openMap(span, false);
    if (known === undefined) addTo(map, { key, keySpan, value: next, span });
    map = next;
  }
  return map;
}

/** The pairs of each map by their keys: files may have thousands of tables. */
const index = new WeakMap<ConfigNode, Map<string, PairNode>>();

function addTo(map: OpenMap, pair: PairNode): void {
  map.pairs.push(pair);
  index.get(map)?.set(pair.key, pair);
}

function openMap(span: Span, isFlow: boolean): OpenMap {
  const map: OpenMap = { kind: "map", pairs: [], isFlow, span };
  index.set(map, new Map());
  return map;
}

function isOpenMap(node: ConfigNode | undefined): node is OpenMap {
  return node !== undefined && index.has(node);
}

interface Key {
  readonly key: string;
  readonly span: Span;
}

const KEYS = new Set(["BareKey", "BasicStringKey", "LiteralStringKey"]);

function keysOf(node: SyntaxNode, text: string): readonly Key[] {
  return childrenOf(node).flatMap((child) => {
    if (child.name === "CompoundKey") return keysOf(child, text);
    if (!KEYS.has(child.name)) return [];
    const written = text.slice(child.from, child.to);
    if (child.name === "BareKey") return [{ key: written, span: spanOf(child) }];
    const inside = written.slice(1, -1);
    const key = child.name === "BasicStringKey" ? unescapeToml(inside) : inside;
    return [{ key, span: spanOf(child) }];
  });
}

const QUOTES: Readonly<Record<string, Quote>> = {
  ShortBasicString: '"',
  ShortLiteralString: "'",
  LongBasicString: '"""',
  LongLiteralString: "'''",
};

function toNode(node: SyntaxNode, text: string, depth: number): ConfigNode | undefined {
  const span = spanOf(node);
  if (node.type.isError || KEYS.has(node.name) || node.name === "CompoundKey") return undefined;
  if (node.name === "InlineTable") {
    const map = openMap(span, true);
    for (const child of childrenOf(node)) {
      if (child.name === "Pair") addPair(map, child, text, depth);
    }
    return map;
  }
  if (node.name === "Array") {
    const items =
      depth === 0 ? [] : childrenOf(node).flatMap((child) => toNode(child, text, depth - 1) ?? []);
    return { kind: "list", items, isFlow: true, span };
  }
  return node.name === "Comment" ? undefined : toScalar(span, QUOTES[node.name] ?? "", text);
}

function toScalar(span: Span, quote: Quote, text: string): ScalarNode {
  const width = quote.length;
  const valueSpan = {
    start: span.start + width,
    end: Math.max(span.start + width, span.end - width),
  };
  const written = text.slice(valueSpan.start, valueSpan.end);
  // A line break right behind a long quote is not part of the value.
  const lines = width === 3 ? written.replace(/^\r?\n/, "") : written;
  const value = quote.startsWith('"') ? unescapeToml(lines) : lines;
  return { kind: "scalar", value, span, valueSpan, quote };
}

const ESCAPES: Readonly<Record<string, string>> = {
  b: "\b",
  t: "\t",
  n: "\n",
  f: "\f",
  r: "\r",
  '"': '"',
  "\\": "\\",
};

function unescapeToml(written: string): string {
  return written.replace(
    /\\(?:u([\dA-Fa-f]{4})|U([\dA-Fa-f]{8})|([btnfr"\\])|[ \t]*\r?\n[ \t\r\n]*)/g,
    (_, short?: string, long?: string, letter?: string) => {
      const code = short ?? long;
      if (code !== undefined) return characterOf(Number.parseInt(code, 16));
      return letter === undefined ? "" : (ESCAPES[letter] ?? "");
    },
  );
}
