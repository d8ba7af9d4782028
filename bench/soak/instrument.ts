import { parser } from "@lezer/javascript";

/** A program that counts how often each of its blocks is run. */
export interface Instrumented {
  /** Increments the elements of an array of this name. */
  readonly code: string;
  /** How many elements that array needs. */
  readonly blocks: number;
}

export const COUNTERS = "$counters";

type SyntaxNode = ReturnType<ReturnType<typeof parser.parse>["resolve"]>;

/** In these, a statement without braces is a block of its own. */
const HOLDERS = /^(?:If|For|While|Do)Statement$/;

/**
 * A bundle of esbuild's, not minified, with a counter in every block: bodies of functions and
 * statements, cases, and what follows `?`, `:`, `&&`, `||`, `??` and `=>`.
 */
export function instrumented(source: string): Instrumented {
  const inserted: { readonly at: number; readonly text: string }[] = [];
  let blocks = 0;
  const count = () => `${COUNTERS}[${blocks++}]++`;
  parser.parse(source).iterate({
    enter({ node }) {
      if (node.name === "Block") inserted.push({ at: node.from + 1, text: `${count()};` });
      else if (/^(?:Case|Default)Label$/.test(node.name))
        inserted.push({ at: node.to, text: `${count()};` });
      else if (isBareBody(node)) inserted.push({ at: node.from, text: `{${count()};` });
      else if (isBranch(node)) inserted.push({ at: node.from, text: `(${count()},` });
    },
    leave({ node }) {
      if (isBareBody(node)) inserted.push({ at: node.to, text: "}" });
      else if (isBranch(node)) inserted.push({ at: node.to, text: ")" });
    },
  });
  // Sorting is stable: what begins or ends together stays in the order of the tree.
  inserted.sort((a, b) => a.at - b.at);
  let end = 0;
  const parts = inserted.map(({ at, text }) => {
    const part = source.slice(end, at) + text;
    end = at;
    return part;
  });
  return { code: parts.join("") + source.slice(end), blocks };
}

function isBareBody({ name, parent }: SyntaxNode): boolean {
  return name.endsWith("Statement") && HOLDERS.test(parent?.name ?? "");
}

/** `?` and `:` are among the logical operators of this grammar. */
function isBranch({ name, prevSibling }: SyntaxNode): boolean {
  let before = prevSibling;
  while (before?.name.endsWith("Comment")) before = before.prevSibling;
  if (name.endsWith("Comment")) return false;
  return before?.name === "LogicOp" || (before?.name === "Arrow" && name !== "Block");
}
