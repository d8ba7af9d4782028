// npm run l10n: moves new texts of package.json to package.nls.json, writes l10n/bundle.l10n.json
// from what the source says, and drops from the other languages what is said no more. What they lack
// is printed as the JSON to fill in, and fails the command.
import { exit } from "node:process";
import { collectTexts } from "./l10n/collect.ts";
import { languages, readJson, tables, writeJson } from "./l10n/files.ts";
import { withKeys } from "./l10n/manifestTexts.ts";

const { texts, problems } = collectTexts();
for (const problem of problems) console.error(`${problem}: the text is no string literal`);

const { manifest, texts: moved } = withKeys(readJson("package.json"));
const used = JSON.stringify(manifest);
const known = { ...readJson<Record<string, string>>("package.nls.json"), ...moved };
writeJson("package.json", manifest);
writeJson(
  "package.nls.json",
  sorted(known, (key) => used.includes(`"%${key}%"`)),
);
writeJson("l10n/bundle.l10n.json", Object.fromEntries(texts.map((text) => [text, text])));

let missing = 0;
for (const language of languages) {
  for (const { base, file } of tables(language)) {
    const english = readJson<Record<string, string>>(base);
    const translated = readJson<Record<string, string>>(file);
    writeJson(
      file,
      sorted(translated, (key) => key in english),
    );
    const owed = Object.entries(english).filter(([key]) => !(key in translated));
    missing += owed.length;
    if (owed.length > 0) {
      console.error(`${file} lacks\n${JSON.stringify(Object.fromEntries(owed), undefined, 2)}`);
    }
  }
}
exit(missing + problems.length > 0 ? 1 : 0);

function sorted(
  table: Readonly<Record<string, string>>,
  isKept: (key: string) => boolean,
): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(table)
      .filter(([key]) => isKept(key))
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  );
}
