import type { SyntaxNode, Tree } from "@lezer/common";
import { parser } from "@lezer/yaml";
import { parseWithin } from "../../parseWithin.ts";
import { type ConfigNode, DEEPEST, type PairNode, type ScalarNode } from "./node.ts";
import { childrenOf, spanOf } from "./tree.ts";
import { decodeBlock, decodeDouble, decodePlain, decodeSingle } from "./yamlScalars.ts";

export function parseYamlTree(text: string): Tree {
  // The parser takes a byte order mark for a part of what follows, and an empty line for nothing.
  return parseWithin(parser, text.replace(/^\uFEFF/, "\n"));
}

/** False where the parser had to guess what a text means. */
export function isSound(text: string): boolean {
  let isSound = true;
  parseYamlTree(text).iterate({
    enter({ type }) {
      isSound &&= !type.isError;
    },
  });
  return isSound;
}

/** The documents of a YAML file, aliases and merge keys followed. What is broken is left out. */
export function parseYaml(text: string): readonly ConfigNode[] {
  return childrenOf(parseYamlTree(text).topNode)
    .filter(({ name }) => name === "Document")
    .flatMap((document) => {
      const anchors = new Map<string, ConfigNode>();
      return contentOf(document, { text, anchors }, DEEPEST) ?? [];
    });
}

interface Reading {
  readonly text: string;
  /** Nodes by the names that aliases call them; one is there when it has been read to its end. */
  readonly anchors: Map<string, ConfigNode>;
}

/** What stands beside a value and is none. */
const MARKS = new Set(["Comment", "DirectiveEnd", "Directive", "DocEnd", "Tag", "Anchor", "Key"]);

function contentOf(parent: SyntaxNode, reading: Reading, depth: number): ConfigNode | undefined {
  const child = childrenOf(parent).find(({ name, type }) => isValue(name) && !type.isError);
  return child && toNode(child, reading, depth - 1);
}

function isValue(name: string): boolean {
  return /^[A-Z]/.test(name) && !MARKS.has(name);
}

function toNode(node: SyntaxNode, reading: Reading, depth: number): ConfigNode | undefined {
  if (depth <= 0) return undefined;
  switch (node.name) {
    case "BlockMapping":
    case "FlowMapping":
      return toMap(node, reading, depth);
    case "BlockSequence":
    case "FlowSequence":
      return toList(node, reading, depth);
    case "Anchored":
      return toAnchored(node, reading, depth);
    case "Tagged":
      return toTagged(node, reading, depth);
    case "Alias":
      return reading.anchors.get(reading.text.slice(node.from + 1, node.to));
    default:
      return toScalar(node, reading.text);
  }
}

function toMap(node: SyntaxNode, reading: Reading, depth: number): ConfigNode {
  const own = childrenOf(node)
    .filter(({ name }) => name === "Pair")
    .flatMap((pair) => toPair(pair, reading, depth));
  const merged = own.filter(({ key }) => key === "<<").flatMap(({ value }) => pairsOf(value));
  return {
    kind: "map",
    // What is merged in comes first: the map's own pairs win.
    pairs: [...merged, ...own],
    isFlow: node.name === "FlowMapping",
    span: spanOf(node),
  };
}

function pairsOf(node: ConfigNode | undefined): readonly PairNode[] {
  if (node?.kind === "map") return node.pairs;
  return node?.kind === "list" ? node.items.flatMap(pairsOf) : [];
}

function toPair(pair: SyntaxNode, reading: Reading, depth: number): readonly PairNode[] {
  const node = pair.getChild("Key");
  const key = node && contentOf(node, reading, depth);
  if (node === null || key?.kind !== "scalar") return [];
  const value = contentOf(pair, reading, depth);
  return [{ key: key.value, keySpan: key.span, value, span: spanOf(pair) }];
}

function toList(node: SyntaxNode, reading: Reading, depth: number): ConfigNode {
  const items = childrenOf(node)
    .filter(({ name }) => name === "Item")
    .flatMap((item) => contentOf(item, reading, depth) ?? []);
  return { kind: "list", items, isFlow: node.name === "FlowSequence", span: spanOf(node) };
}

function toAnchored(node: SyntaxNode, reading: Reading, depth: number): ConfigNode | undefined {
  const anchor = node.getChild("Anchor");
  const content = contentOf(node, reading, depth);
  if (anchor !== null && content !== undefined) {
    reading.anchors.set(reading.text.slice(anchor.from + 1, anchor.to), content);
  }
  return content;
}

function toTagged(node: SyntaxNode, reading: Reading, depth: number): ConfigNode | undefined {
  const tag = node.getChild("Tag");
  const content = contentOf(node, reading, depth);
  if (tag === null || content?.kind !== "scalar") return content;
  return { ...content, tag: reading.text.slice(tag.from, tag.to) };
}

const NULLS = /^(?:~|null|Null|NULL)?$/;

function toScalar(node: SyntaxNode, text: string): ScalarNode | undefined {
  const span = spanOf(node);
  const written = text.slice(node.from, node.to);
  if (node.name === "BlockLiteral") return toBlock(node, text);
  if (node.name === "Literal") {
    const value = decodePlain(written);
    if (NULLS.test(value)) return undefined;
    return { kind: "scalar", value, span, valueSpan: span, quote: "" };
  }
  if (node.name !== "QuotedLiteral") return undefined;
  const quote = written[0] === '"' ? '"' : "'";
  // One that is not closed runs to the end of the file: whatever stands there is no value yet.
  if (written.length < 2 || !written.endsWith(quote)) return undefined;
  const inside = written.slice(1, -1);
  const value = quote === '"' ? decodeDouble(inside) : decodeSingle(inside);
  const valueSpan = { start: span.start + 1, end: span.end - 1 };
  return { kind: "scalar", value, span, valueSpan, quote };
}

function toBlock(node: SyntaxNode, text: string): ScalarNode | undefined {
  const header = node.getChild("BlockLiteralHeader");
  const content = node.getChild("BlockLiteralContent");
  if (header === null || content === null) return undefined;
  // Of CRLF behind the header, the parser counts the second half to the content.
  const from = content.from + Number(text.startsWith("\r\n", content.from - 1));
  const written = text.slice(from, content.to);
  const first = written.length - written.trimStart().length;
  const valueSpan = {
    start: from + first,
    end: Math.max(from + first, from + written.trimEnd().length),
  };
  const value = decodeBlock(text.slice(header.from, header.to), written);
  return { kind: "scalar", value, span: spanOf(node), valueSpan, quote: "|" };
}
