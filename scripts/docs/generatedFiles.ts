import { readFileSync } from "node:fs";
import { join } from "node:path";
import { rules } from "../../src/core/index.ts";
import { inEnglish } from "../l10n/manifestTexts.ts";
import type { Manifest } from "./manifest.ts";
import { settingsSchema, withRuleTitles } from "./manifest.ts";
import { rulePage } from "./rulePages.ts";
import { speedTable } from "./speed.ts";
import { commandTable, ruleTable, settingTable } from "./tables.ts";

const ROOT = join(import.meta.dirname, "../..");

/** Every file that is written in part or whole from the code, with the text it should have. */
export function generatedFiles(): ReadonlyMap<string, string> {
  const read = (path: string) => readFileSync(join(ROOT, path), "utf8");
  const manifest: Manifest = JSON.parse(read("package.json"));
  const schema = settingsSchema(manifest);
  const texts = withRuleTitles(JSON.parse(read("package.nls.json")));
  return new Map([
    [join(ROOT, "package.json"), `${JSON.stringify(schema, undefined, 2)}\n`],
    [join(ROOT, "package.nls.json"), `${JSON.stringify(texts, undefined, 2)}\n`],
    [join(ROOT, "README.md"), readme(read("README.md"), inEnglish(schema, texts))],
    ...rules.map((rule): [string, string] => {
      const path = `docs/rules/${rule.id}.md`;
      return [join(ROOT, path), rulePage(rule, tryRead(join(ROOT, path)))];
    }),
  ]);
}

function readme(text: string, manifest: Manifest): string {
  const tables = {
    rules: ruleTable(),
    settings: settingTable(manifest),
    commands: commandTable(manifest),
    speed: speedTable(join(ROOT, "bench/results/bench.json")),
  };
  return Object.entries(tables).reduce(
    (result, [name, table]) => between(result, name, table),
    text,
  );
}

/** Replaces what stands between two markers. */
function between(text: string, name: string, content: string): string {
  const [start, end] = [`<!-- ${name}: generated -->`, `<!-- /${name} -->`];
  const from = text.indexOf(start);
  const to = text.indexOf(end);
  if (from < 0 || to < from) throw new Error(`README.md has no place for its ${name}`);
  return `${text.slice(0, from + start.length)}\n${content}\n${text.slice(to)}`;
}

function tryRead(path: string): string {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return "";
  }
}
