import { isAbsent, spanOf } from "./evaluate/origin.ts";
import type { BareCall } from "./script.ts";
import type { ResolvedRoot } from "./setups.ts";
import { childrenOf, textOf } from "./syntax.ts";

/**
 * The calls that are handed an object without the secret they need. Only where the object stands in
 * the call, and nothing in it could bring the secret along.
 */
export function bareCallsOf(resolved: readonly ResolvedRoot[]): readonly BareCall[] {
  return resolved.filter(isBare).flatMap(({ root }) =>
    root.needy === undefined
      ? []
      : {
          span: spanOf(root.needy),
          framework: root.option.framework,
          optionsSpan: spanOf(root.place.node),
        },
  );
}

function isBare({ root, origins }: ResolvedRoot): boolean {
  const { module, node } = root.place;
  if (root.option.kind !== "session" || node.name !== "ObjectExpression") return false;
  if (!origins.every(isAbsent)) return false;
  const isPlain = childrenOf(node)
    .filter(({ name }) => name === "Property")
    // `raw` asks for the cookie as it is, which needs no secret; `[key]` may be any name.
    .every((property) => !/^(?:\[|(["']?)(?:secret|raw)\1\b)/.test(textOf(module, property)));
  return isPlain && !childrenOf(node).some(({ type }) => type.isError);
}
