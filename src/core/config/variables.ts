import { commandAssignments } from "./commands.ts";
import type { ConfigEntry, NodeOrigin } from "./configFile.ts";
import { rootsOf } from "./language.ts";
import {
  type ConfigNode,
  type ConfigPath,
  childrenOf,
  type ListNode,
  type MapNode,
  nodesAt,
  type PairNode,
  type ScalarNode,
  valueUnder,
} from "./syntax/node.ts";

/** Where a kind of file keeps variables. */
interface Places {
  /** Maps and lists of variables. */
  readonly variables: readonly ConfigPath[];
  /** Commands that variables may stand in front of; a list of them is read item by item. */
  readonly commands?: readonly ConfigPath[];
}

/** The variables at some places of a file that is a tree. */
export function variablesOf(path: string, text: string, places: Places): readonly ConfigEntry[] {
  return rootsOf(path, text).flatMap((root) => variablesAt(root, text, places));
}

/** The variables at some places of a tree, each once, in the order of the file. */
function variablesAt(
  root: ConfigNode,
  text: string,
  { variables, commands = [] }: Places,
): readonly ConfigEntry[] {
  const found = [
    ...variables
      .flatMap((path) => nodesAt(root, path))
      .flatMap((node) => variablesIn(node, root, text)),
    ...commands
      .flatMap((path) => nodesAt(root, path))
      .flatMap((node) => [node, ...childrenOf(node)])
      .flatMap((node) => (node.kind === "scalar" ? commandAssignments(node, text) : [])),
  ];
  return inOrder(found);
}

/** Each entry once: aliases lead to the same one from several sides. */
export function inOrder(entries: readonly ConfigEntry[]): readonly ConfigEntry[] {
  const byPlace = new Map(entries.map((entry) => [`${entry.span.start}:${entry.name}`, entry]));
  return [...byPlace.values()].sort((a, b) => a.span.start - b.span.start);
}

/**
 * A map of names and values, where a value may be a map that has it under `value`; or a list of
 * `NAME=value`, or of maps that have both under `name` or `key` and `value`.
 */
export function variablesIn(
  node: ConfigNode,
  root: ConfigNode,
  text: string,
): readonly ConfigEntry[] {
  if (node.kind === "map") return node.pairs.flatMap((pair) => fromPair(pair, node, root));
  if (node.kind === "list") return node.items.flatMap((item) => fromItem(item, node, root, text));
  return [];
}

function fromPair(pair: PairNode, map: MapNode, root: ConfigNode): readonly ConfigEntry[] {
  const { key: name, keySpan: nameSpan, value } = pair;
  const scalar = value?.kind === "map" ? valueUnder(value, "value") : value;
  if (scalar?.kind !== "scalar") return [];
  const isFlow = map.isFlow || (value?.kind === "map" && value.isFlow);
  const origin = { form: "node" as const, root, scalar, prefix: "", pair, map, isFlow };
  return [entryOf(name, nameSpan, origin)];
}

function fromItem(
  item: ConfigNode,
  list: ListNode,
  root: ConfigNode,
  text: string,
): readonly ConfigEntry[] {
  if (item.kind === "scalar") return fromAssignment(item, list.isFlow, root, text);
  const named = valueUnder(item, "name") ?? valueUnder(item, "key");
  if (item.kind !== "map" || named?.kind !== "scalar") return [];
  const pair = item.pairs.filter(({ key }) => key === "value").at(-1);
  if (pair?.value?.kind !== "scalar") return [];
  const scalar = pair.value;
  const origin = { form: "node" as const, root, scalar, prefix: "", pair, map: item };
  return [entryOf(named.value, named.valueSpan, { ...origin, isFlow: item.isFlow })];
}

function fromAssignment(
  scalar: ScalarNode,
  isFlow: boolean,
  root: ConfigNode,
  text: string,
): readonly ConfigEntry[] {
  const { value, valueSpan } = scalar;
  const [prefix, name] = /^([A-Za-z_]\w*)=/.exec(value) ?? [];
  const isVerbatim = prefix !== undefined && text.startsWith(prefix, valueSpan.start);
  if (prefix === undefined || name === undefined || !isVerbatim) return [];
  const nameSpan = { start: valueSpan.start, end: valueSpan.start + name.length };
  const span = { start: valueSpan.start + prefix.length, end: valueSpan.end };
  const shared = { root, scalar, prefix, pair: undefined, map: undefined, isFlow };
  const entry = entryOf(name, nameSpan, { form: "node", ...shared });
  return [{ ...entry, value: value.slice(prefix.length), span }];
}

function entryOf(name: string, nameSpan: ConfigEntry["nameSpan"], origin: NodeOrigin): ConfigEntry {
  const { value, valueSpan: span, tag } = origin.scalar;
  // What a tag such as `!vault` makes of it is not to be seen here.
  const known = tag === undefined || tag === "!!str" ? value : "";
  return { name, nameSpan, value: known, span, isBuildOnly: false, origin };
}
