import { globSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import type { SyntaxNode } from "@lezer/common";
import { parser } from "@lezer/javascript";

const ROOT = join(import.meta.dirname, "../..");

/** Which calls hold English that people read, and where they may stand. */
const CALLS: Readonly<Record<string, string>> = {
  "vscode.l10n.t": "src/editor/**/*.ts",
  message: "src/core/**/*.ts",
};

/** Where a text is handed on that has been said elsewhere. */
const CONVEYORS = ["src/core/message.ts", "src/editor/convert.ts"];

export interface Collected {
  /** Every English text of the source, in the order of the alphabet. */
  readonly texts: readonly string[];
  /** Calls whose text is no string literal, so that nobody could translate it: `file:line`. */
  readonly problems: readonly string[];
}

const typescript = parser.configure({ dialect: "ts" });

/** What the source says to people, read from its syntax. */
export function collectTexts(): Collected {
  const texts = new Set<string>();
  const problems: string[] = [];
  for (const [callee, pattern] of Object.entries(CALLS)) {
    for (const file of globSync(pattern, { cwd: ROOT })) {
      const path = relative(ROOT, join(ROOT, file)).replaceAll("\\", "/");
      const source = readFileSync(join(ROOT, file), "utf8");
      for (const { text, line } of textsIn(source, callee)) {
        if (text !== undefined) texts.add(text);
        else if (!CONVEYORS.includes(path)) problems.push(`${path}:${line}`);
      }
    }
  }
  return { texts: [...texts].sort(), problems };
}

interface Found {
  /** Undefined for what is no string literal. */
  readonly text: string | undefined;
  readonly line: number;
}

function textsIn(source: string, callee: string): readonly Found[] {
  const found: Found[] = [];
  typescript.parse(source).iterate({
    enter({ name, node }) {
      if (name !== "CallExpression") return;
      const called = node.firstChild;
      if (!called || source.slice(called.from, called.to) !== callee) return;
      const line = source.slice(0, node.from).split("\n").length;
      found.push({ text: literal(firstArgument(node), source), line });
    },
  });
  return found;
}

function firstArgument(call: SyntaxNode): SyntaxNode | null | undefined {
  const list = call.getChild("ArgList");
  return list?.firstChild?.nextSibling;
}

function literal(node: SyntaxNode | null | undefined, source: string): string | undefined {
  if (node?.name !== "String") return undefined;
  const text = source.slice(node.from, node.to);
  // The formatter writes double quotes, with the escapes of JSON.
  return text.startsWith('"') ? JSON.parse(text) : undefined;
}
