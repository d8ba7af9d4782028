import { globSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import type { SyntaxNode } from "@lezer/common";
import { parser } from "@lezer/javascript";

const ROOT = join(import.meta.dirname, "../..");

/** Calls whose first argument is English that people read. */
const CALLS = ["vscode.l10n.t", "message"];

const SOURCES = "src/{core,editor,web}/**/*.ts";

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
  for (const file of globSync(SOURCES, { cwd: ROOT })) {
    const path = relative(ROOT, join(ROOT, file)).replaceAll("\\", "/");
    for (const { text, line } of textsIn(readFileSync(join(ROOT, file), "utf8"))) {
      if (text !== undefined) texts.add(text);
      else if (!CONVEYORS.includes(path)) problems.push(`${path}:${line}`);
    }
  }
  return { texts: [...texts].sort(), problems };
}

interface Found {
  /** Undefined for what is no string literal. */
  readonly text: string | undefined;
  readonly line: number;
}

/** What a source text says, call by call. */
export function textsIn(source: string): readonly Found[] {
  const found: Found[] = [];
  typescript.parse(source).iterate({
    enter({ name, node }) {
      if (name !== "CallExpression") return;
      const called = node.firstChild;
      if (!called || !CALLS.includes(source.slice(called.from, called.to))) return;
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
