import { type ConfigNode, nodesIn } from "./node.ts";

/**
 * True where two files say the same, wherever it stands in them. Each node is looked at once, however
 * many aliases lead to it; nodes that are shared in one file must be shared in the other.
 */
export function haveSameMeaning(one: ConfigNode, other: ConfigNode): boolean {
  return meaningOf(one) === meaningOf(other);
}

function meaningOf(root: ConfigNode): string {
  const nodes = nodesIn(root);
  const numbers = new Map(nodes.map((node, index) => [node, index]));
  const numberOf = (node: ConfigNode | undefined) => node && numbers.get(node);
  return JSON.stringify(
    nodes.map((node) => {
      if (node.kind === "scalar") return [node.value, node.quote, node.tag];
      if (node.kind === "list") return { items: node.items.map(numberOf) };
      return { pairs: node.pairs.map(({ key, value }) => [key, numberOf(value)]) };
    }),
  );
}
