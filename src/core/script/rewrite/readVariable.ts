import { lineEndingOf, type TextEdit } from "../../edit.ts";
import type { EnvironmentModule, Framework } from "../../frameworks/framework.ts";

/** How source reads a variable, and what else the file needs for it. */
export interface VariableRead {
  readonly expression: string;
  readonly edits: readonly TextEdit[];
}

/** The expression that reads a variable in a file of a project that uses this library. */
export function readVariable(text: string, framework: Framework, variable: string): VariableRead {
  const { environmentModule } = framework;
  if (environmentModule === undefined) return { expression: `process.env.${variable}`, edits: [] };
  const imported = importedAs(text, environmentModule);
  if (imported !== undefined) return { expression: `${imported}.${variable}`, edits: [] };
  const isTaken = new RegExp(`\\b${environmentModule.name}\\b(?!\\s*:)`).test(withoutMembers(text));
  const local = isTaken ? `private${capitalized(environmentModule.name)}` : environmentModule.name;
  return {
    expression: `${local}.${variable}`,
    edits: [importEdit(text, environmentModule, local)],
  };
}

function importedAs(text: string, { module, name }: EnvironmentModule): string | undefined {
  const quoted = module.replace(/[$/.]/g, "\\$&");
  const group = new RegExp(`import\\s*\\{([^{}]*)\\}\\s*from\\s*["']${quoted}["']`).exec(text)?.[1];
  const match = group && new RegExp(`\\b${name}\\b(?:\\s+as\\s+([\\w$]+))?`).exec(group);
  return match ? (match[1] ?? name) : undefined;
}

function withoutMembers(text: string): string {
  return text.replace(/\.\s*[\w$]+|"[^"\n]*"|'[^'\n]*'|\/\/[^\n]*/g, "");
}

/** Each goes as far as the next one at most: a line that only looks like one is passed over once. */
const IMPORTS = /^import\b(?:(?!^import\b)[^;])*?["'][^"'\n]+["'];?[^\S\r\n]*\r?\n/gm;

/** An import behind the file's last one, in its quotes and with its semicolons. */
function importEdit(text: string, { module, name }: EnvironmentModule, local: string): TextEdit {
  const last = [...text.matchAll(IMPORTS)].at(-1);
  const at = last === undefined ? 0 : last.index + last[0].length;
  const quote = last?.[0].includes("'") ? "'" : '"';
  const end = last === undefined || last[0].includes(";") ? ";" : "";
  const names = local === name ? name : `${name} as ${local}`;
  const newText = `import { ${names} } from ${quote}${module}${quote}${end}${lineEndingOf(text)}`;
  return { start: at, end: at, newText };
}

function capitalized(name: string): string {
  return name.charAt(0).toUpperCase() + name.slice(1);
}
