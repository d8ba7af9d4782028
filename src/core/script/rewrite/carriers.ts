import { FUNCTIONS } from "../bindings.ts";
import { childrenOf, type Module, type SyntaxNode, textOf } from "../syntax.ts";

/** A part of a file, and what is no longer the same where something in it is not. */
export interface Carrier {
  readonly node: SyntaxNode;
  readonly names: readonly string[];
}

const NAMES = new Set([
  "VariableName",
  "VariableDefinition",
  "PropertyName",
  "PropertyDefinition",
  "PrivatePropertyName",
  "PrivatePropertyDefinition",
  "String",
]);

/** Whatever is handed to these does not change them. */
const GLOBALS = new Set(["process", "env", "globalThis", "console", "Object", "JSON", "Promise"]);

interface Name {
  readonly at: number;
  readonly text: string;
  readonly kind: string;
  /** True behind `this.`. */
  readonly isOwn: boolean;
}

/** All names of a file, in the order in which they stand. */
export class Names {
  readonly #all: readonly Name[];

  constructor(module: Module) {
    const all: Name[] = [];
    module.tree.iterate({
      enter: ({ name, from, to }) => {
        if (!NAMES.has(name)) return;
        all.push({
          at: from,
          text: module.text.slice(from, to).replace(/^["']|["']$/g, ""),
          kind: name,
          isOwn: module.text.startsWith("this.", from - 5),
        });
      },
    });
    this.#all = all;
  }

  in({ from, to }: SyntaxNode): readonly Name[] {
    return this.#all.slice(this.#firstFrom(from), this.#firstFrom(to));
  }

  isAnyIn(node: SyntaxNode, wanted: ReadonlySet<string>): boolean {
    return this.in(node).some(({ text }) => wanted.has(text));
  }

  /** The names whose values are used: variables by their name, members of `this` with it. */
  usedIn(node: SyntaxNode): ReadonlySet<string> {
    return new Set(
      this.in(node).flatMap(({ text, kind, isOwn }) => {
        if (kind === "VariableName") return [text];
        return isOwn ? [`this.${text}`] : [];
      }),
    );
  }

  #firstFrom(offset: number): number {
    let low = 0;
    let high = this.#all.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#all[middle]?.at ?? offset) < offset) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}

/** What is declared, assigned, handed over and decided in a file. */
export function carriersIn(module: Module, names: Names): readonly Carrier[] {
  const carriers: Carrier[] = [];
  module.tree.iterate({
    enter: ({ node }) => {
      const carried = carriedBy(module, node, names);
      if (carried.length > 0) carriers.push({ node, names: carried });
      const called = FUNCTIONS.has(node.name) ? calledBy(node) : undefined;
      if (called) carriers.push({ node: called, names: parametersOf(node, names) });
    },
  });
  return carriers;
}

function carriedBy(module: Module, node: SyntaxNode, names: Names): readonly string[] {
  switch (node.name) {
    case "VariableDeclaration":
    case "FunctionDeclaration":
    case "ClassDeclaration":
    case "MethodDeclaration":
    case "PropertyDeclaration":
    case "Property":
      return childrenOf(node)
        .filter(({ name }) => /Definition$|Pattern$/.test(name))
        .flatMap((declared) => textsIn(declared, names));
    case "ParamList":
      return textsIn(node, names);
    case "IfStatement":
    case "SwitchStatement":
    case "TryStatement":
    case "ConditionalExpression":
    case "BinaryExpression":
      return changedIn(module, node, names);
    default:
      return changedBy(module, node, names);
  }
}

/** What an assignment, `++` or a call may change: its target; the object, and what a callback is given. */
function changedBy(module: Module, node: SyntaxNode, names: Names): readonly string[] {
  const target = node.firstChild;
  if (target === null) return [];
  switch (node.name) {
    case "AssignmentExpression":
      return textsIn(target, names);
    case "UnaryExpression":
    case "PostfixExpression":
      return /^(?:\+\+|--)|(?:\+\+|--)$/.test(textOf(module, node)) ? textsIn(node, names) : [];
    case "CallExpression": {
      const given = childrenOf(node.getChild("ArgList") ?? node).filter(({ name }) =>
        FUNCTIONS.has(name),
      );
      return [...textsIn(target, names), ...given.flatMap((one) => parametersOf(one, names))];
    }
    default:
      return [];
  }
}

function changedIn(module: Module, node: SyntaxNode, names: Names): readonly string[] {
  const changed: string[] = [];
  node.cursor().iterate((inner) => {
    changed.push(...changedBy(module, inner.node, names));
  });
  return changed;
}

/** The name that a function is called by, which gives its parameters what they hold. */
function calledBy(node: SyntaxNode): SyntaxNode | null | undefined {
  const own = node.getChild("VariableDefinition") ?? node.getChild("PropertyDefinition");
  return own ?? node.parent?.getChild("VariableDefinition");
}

function parametersOf(node: SyntaxNode, names: Names): readonly string[] {
  const list = node.getChild("ParamList") ?? node.getChild("VariableDefinition");
  return list === null ? [] : textsIn(list, names);
}

function textsIn(node: SyntaxNode, names: Names): readonly string[] {
  return names.in(node).flatMap(({ text }) => (GLOBALS.has(text) ? [] : [text]));
}
