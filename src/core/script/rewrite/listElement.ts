import type { Span } from "../../edit.ts";
import { type Module, parseModule, partsOf, type SyntaxNode } from "../syntax.ts";

/** An element of a list in the source, with its casts. */
export interface ListElement {
  readonly module: Module;
  readonly element: SyntaxNode;
  readonly list: SyntaxNode;
  /** The other elements, in order. */
  readonly others: readonly SyntaxNode[];
}

/** The list that holds an expression as one of its elements; undefined where there is none. */
export function listElementAt(path: string, text: string, span: Span): ListElement | undefined {
  const module = parseModule(path, text);
  const element = elementAt(module, span);
  const list = element?.parent;
  if (!element || list?.name !== "ArrayExpression") return undefined;
  const others = partsOf(list).filter(({ from }) => from !== element.from);
  return { module, element, list, others };
}

function elementAt(module: Module, span: Span): SyntaxNode | undefined {
  let node: SyntaxNode = module.tree.resolveInner(span.start, 1);
  for (let parent = node.parent; parent?.name !== "ArrayExpression"; parent = node.parent) {
    const isCast = /^(MemberExpression|PostfixExpression|BinaryExpression)$/.test(
      parent?.name ?? "",
    );
    if (parent === null || !isCast || parent.from < span.start) return undefined;
    node = parent;
  }
  return node;
}
