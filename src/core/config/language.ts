import { nameOf } from "../paths.ts";
import { parseJson } from "./syntax/json.ts";
import type { ConfigNode } from "./syntax/node.ts";
import { parseToml } from "./syntax/toml.ts";
import { parseYaml } from "./syntax/yaml.ts";

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
