import type { Span } from "../edit.ts";
import { nameOf } from "../paths.ts";
import { parseJson } from "./syntax/json.ts";
import type { ConfigNode } from "./syntax/node.ts";
import { parseToml, parseTomlTree } from "./syntax/toml.ts";
import { parseYaml, parseYamlTree } from "./syntax/yaml.ts";

/** The roots of a file that is a tree of maps and lists, by its name's ending. */
export function rootsOf(path: string, text: string): readonly ConfigNode[] {
  const [, ending] = /\.(\w+)$/.exec(nameOf(path)) ?? [];
  if (ending === "toml") return [parseToml(text)];
  if (ending === "json" || ending === "jsonc") {
    const root = parseJson(text);
    return root === undefined ? [] : [root];
  }
  return parseYaml(text);
}

const VALUES = new Set([
  "Literal",
  "QuotedLiteral",
  "BlockLiteral",
  "LongBasicString",
  "LongLiteralString",
]);

/** Where comments and values stand in YAML and TOML. */
export function spansIn(path: string, text: string): { comments: Span[]; values: Span[] } {
  const found = { comments: [] as Span[], values: [] as Span[] };
  const tree = /\.toml$/.test(path) ? parseTomlTree(text) : parseYamlTree(text);
  tree.iterate({
    enter({ name, from, to }) {
      if (name === "Comment") found.comments.push({ start: from, end: to });
      if (VALUES.has(name)) found.values.push({ start: from, end: to });
    },
  });
  return found;
}
