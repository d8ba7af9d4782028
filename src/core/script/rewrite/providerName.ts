import type { Span } from "../../edit.ts";
import { referenceOf } from "../evaluate/imports.ts";
import { valueOfString } from "../strings.ts";
import { type Module, partsOf, type SyntaxNode, textOf } from "../syntax.ts";

/**
 * What a provider is called in the names of variables: `GOOGLE` for a call of what
 * `providers/google` exports, for `google: { … }` and for `{ id: "google", … }`; undefined where
 * nothing tells.
 */
export function providerName(module: Module, span: Span): string | undefined {
  for (
    let node: SyntaxNode | null = module.tree.resolveInner(span.start, 1);
    node !== null;
    node = node.parent
  ) {
    if (node.name !== "ObjectExpression") continue;
    const name = idOf(module, node) ?? calleeOf(module, node) ?? keyOf(module, node);
    if (name !== undefined) return constantCase(name);
  }
  return undefined;
}

function idOf(module: Module, object: SyntaxNode): string | undefined {
  for (const property of object.getChildren("Property")) {
    const [key, value] = partsOf(property);
    const isId = key !== undefined && /^["']?(id|providerId)["']?$/.test(textOf(module, key));
    if (isId && value?.name === "String") return valueOfString(textOf(module, value));
  }
  return undefined;
}

function calleeOf(module: Module, object: SyntaxNode): string | undefined {
  const call = object.parent?.name === "ArgList" ? object.parent.parent : null;
  const callee = call?.firstChild;
  if (!callee) return undefined;
  const imported = referenceOf(module, callee)?.module;
  const file = imported && /\/providers\/([\w-]+)/.exec(imported)?.[1];
  if (file !== undefined) return file;
  const name = textOf(module, callee)
    .split(/[.?\s]+/)
    .filter((part) => part !== "default")
    .at(-1);
  return name?.replace(/(?<=\w)(Provider|Strategy)$/, "");
}

function keyOf(module: Module, object: SyntaxNode): string | undefined {
  const property = object.parent;
  if (property?.name !== "Property" || property.firstChild === null) return undefined;
  const key = textOf(module, property.firstChild).replace(/["']/g, "");
  return key === "options" ? undefined : key;
}

/** `AzureADProvider` → `AZURE_AD`, `my-own` → `MY_OWN`. */
function constantCase(name: string): string {
  return name
    .replace(/([a-z\d])([A-Z])/g, "$1_$2")
    .replace(/([A-Z])([A-Z][a-z])/g, "$1_$2")
    .replace(/[^A-Za-z\d]+/g, "_")
    .toUpperCase();
}
