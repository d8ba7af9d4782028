import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";

const ROOT = join(import.meta.dirname, "../..");

/** Every language besides English, as VS Code's language packs name them. */
export const languages: readonly string[] = ["zh-cn", "es", "ja", "de"];

interface Table {
  /** In English. */
  readonly base: string;
  readonly file: string;
}

/** A language's files: one for the manifest, whose keys are ours, one for what the source says. */
export function tables(language: string): readonly Table[] {
  return [
    { base: "package.nls.json", file: `package.nls.${language}.json` },
    { base: "l10n/bundle.l10n.json", file: `l10n/bundle.l10n.${language}.json` },
  ];
}

/** What is in a JSON file of the repository; nothing for one that is not there yet. */
export function readJson<Content>(path: string): Content {
  const file = join(ROOT, path);
  return JSON.parse(existsSync(file) ? readFileSync(file, "utf8") : "{}");
}

export function writeJson(path: string, content: unknown): void {
  const file = join(ROOT, path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, `${JSON.stringify(content, undefined, 2)}\n`);
}
