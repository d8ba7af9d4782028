import { childrenOf, type Module, type SyntaxNode } from "../syntax.ts";
import { statementOf } from "./errors.ts";
import type { Exchange } from "./exchange.ts";
import { indentAt, startsLine } from "./layout.ts";

/** How far back the object may begin that a `}` too many should have closed. */
const NEAR_STATEMENTS = 8;

/** A `}` too many: the brace that closed, deeper in, what this one should have closed. */
export function strayBrace(module: Module, error: SyntaxNode): Exchange | undefined {
  const { text } = module;
  if (text.charAt(error.from) !== "}") return undefined;
  const indent = indentAt(text, error.from);
  let best: SyntaxNode | undefined;
  const visit = (node: SyntaxNode) => {
    if (node.from >= error.from) return;
    const isClosed = node.name === "ObjectExpression" && node.lastChild?.name === "}";
    if (isClosed && indentAt(text, node.from) === indent && indentAt(text, node.to - 1) > indent) {
      best = node;
    }
    for (const child of childrenOf(node)) visit(child);
  };
  let statement: SyntaxNode | null = statementOf(error);
  for (let count = 0; statement !== null && count < NEAR_STATEMENTS; count++) {
    visit(statement);
    statement = statement.prevSibling;
  }
  return best === undefined ? undefined : { at: best.to - 1, character: " " };
}

/**
 * A `}` too few: keys that stand no deeper than the key whose object they are in. The comma before
 * them becomes the brace, and a blank the comma.
 */
export function misplaced(
  module: Module,
  errors: readonly SyntaxNode[],
): ReadonlyMap<number, string> {
  const { text } = module;
  const changes = new Map<number, string>();
  const visit = (node: SyntaxNode) => {
    if (changes.size > 0) return;
    const owner = node.parent?.parent;
    const isNested = node.name === "Property" && owner?.name === "Property";
    if (isNested && startsLine(text, node.from) && startsLine(text, owner.from)) {
      const comma = text.slice(0, node.from).trimEnd().length - 1;
      const isOut = isOutside(text, node, owner);
      if (isOut && text.charAt(comma) === "," && comma + 1 < node.from) {
        changes.set(comma, "}");
        changes.set(node.from - 1, ",");
        return;
      }
    }
    for (const child of childrenOf(node)) visit(child);
  };
  for (const statement of new Set(errors.map((error) => statementOf(error).from))) {
    visit(module.tree.topNode.childAfter(statement) ?? module.tree.topNode);
  }
  return changes;
}

/** True for a key that stands no deeper than its owner, where the keys before it do. */
function isOutside(text: string, property: SyntaxNode, owner: SyntaxNode): boolean {
  const first = property.parent?.getChild("Property");
  const depth = indentAt(text, owner.from);
  const isIndented = first ? indentAt(text, first.from) > depth : false;
  return isIndented && indentAt(text, property.from) <= depth;
}
