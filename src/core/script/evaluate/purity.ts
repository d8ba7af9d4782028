import { type Module, type SyntaxNode, textOf } from "../syntax.ts";

const ACTS = new Set([
  "AssignmentExpression",
  "AwaitExpression",
  "YieldExpression",
  "NewExpression",
  "TaggedTemplateExpression",
  "DynamicImport",
]);
/** Functions that answer a question, by the names that people give them. */
const QUESTION =
  /(?:^|[.\s])(?:(?:is|has)(?:[A-Z]\w*)?|Boolean|String|Number|includes|startsWith|endsWith|trim|test)$/;

/** True for an expression that does nothing but tell: nobody misses it where its value is not wanted. */
export function isPure(module: Module, node: SyntaxNode): boolean {
  let isPure = true;
  node.cursor().iterate((inner) => {
    isPure &&= !acts(module, inner.node);
  });
  return isPure;
}

function acts(module: Module, node: SyntaxNode): boolean {
  const { firstChild, lastChild } = node;
  switch (node.name) {
    case "CallExpression":
      return firstChild === null || !QUESTION.test(textOf(module, firstChild));
    case "UnaryExpression":
      return /^(?:\+\+|--|delete\b)/.test(textOf(module, node));
    case "PostfixExpression":
      return lastChild !== null && textOf(module, lastChild) !== "!";
    default:
      return ACTS.has(node.name);
  }
}
