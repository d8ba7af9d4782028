import type { Span } from "../../edit.ts";

/** What a configuration file says, in whichever language it is written. */
export type ConfigNode = ScalarNode | MapNode | ListNode;

/**
 * How a scalar is written: bare, in quotes, in TOML's long quotes, or as a block of YAML's, which
 * begins with `|` or `>`.
 */
export type Quote = "" | '"' | "'" | '"""' | "'''" | "|";

export interface ScalarNode {
  readonly kind: "scalar";
  /** Without quotes, escapes resolved. */
  readonly value: string;
  /** With quotes; of a block with its header. */
  readonly span: Span;
  /** Without quotes; of a block its lines. */
  readonly valueSpan: Span;
  readonly quote: Quote;
  /** YAML's `!vault`: the program gets something else than what stands here. */
  readonly tag?: string;
}

export interface PairNode {
  readonly key: string;
  readonly keySpan: Span;
  readonly value: ConfigNode | undefined;
  readonly span: Span;
}

export interface MapNode {
  readonly kind: "map";
  readonly pairs: readonly PairNode[];
  /** True in brackets, with commas between the pairs. */
  readonly isFlow: boolean;
  readonly span: Span;
}

export interface ListNode {
  readonly kind: "list";
  readonly items: readonly ConfigNode[];
  readonly isFlow: boolean;
  readonly span: Span;
}

/** Deeper than anybody nests by hand: what lies below is not read. */
export const DEEPEST = 200;

/** The value of the last pair with this key: in all three languages a later one would win. */
export function valueUnder(node: ConfigNode | undefined, key: string): ConfigNode | undefined {
  if (node?.kind !== "map") return undefined;
  return node.pairs.filter((pair) => pair.key === key).at(-1)?.value;
}

/** The text that a map has under a key. */
export function textUnder(node: ConfigNode | undefined, key: string): string | undefined {
  const value = valueUnder(node, key);
  return value?.kind === "scalar" ? value.value : undefined;
}

/** All values of a map, or all items of a list. */
export function childrenOf(node: ConfigNode): readonly ConfigNode[] {
  if (node.kind === "scalar") return [];
  return node.kind === "list" ? node.items : node.pairs.flatMap(({ value }) => value ?? []);
}

/** Keys from the top to a place; `*` stands for every value of a map and every item of a list. */
export type ConfigPath = readonly string[];

/** The nodes at a path, each once, whichever way aliases lead to it. */
export function nodesAt(root: ConfigNode, path: ConfigPath): readonly ConfigNode[] {
  let nodes: ReadonlySet<ConfigNode> = new Set([root]);
  for (const key of path) {
    const below = [...nodes].flatMap((node) =>
      key === "*" ? childrenOf(node) : (valueUnder(node, key) ?? []),
    );
    nodes = new Set(below);
  }
  return [...nodes];
}

/** A node and all below it, each once. */
export function nodesIn(root: ConfigNode): readonly ConfigNode[] {
  const found = new Set<ConfigNode>([root]);
  for (const node of found) for (const child of childrenOf(node)) found.add(child);
  return [...found];
}
