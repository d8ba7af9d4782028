import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { collectTexts } from "../../scripts/l10n/collect.ts";
import { languages, readJson, tables } from "../../scripts/l10n/files.ts";

type Table = Readonly<Record<string, string>>;

/** What has to be in a translation as it is in the original: places, commands, code, line breaks. */
function fixedParts(text: string): readonly string[] {
  return (text.match(/\{\d+\}|command:[\w.]+|`[^`]+`|\n/g) ?? []).sort();
}

describe("localisation", () => {
  it("has every text of the source in its base table", () => {
    const { texts, problems } = collectTexts();
    assert.deepEqual(problems, [], "texts that are no string literals");
    assert.ok(texts.length > 100);
    assert.deepEqual(Object.keys(readJson<Table>("l10n/bundle.l10n.json")).sort(), texts);
  });

  for (const language of languages) {
    for (const { base, file } of tables(language)) {
      const english = readJson<Table>(base);
      const translated = readJson<Table>(file);

      it(`lacks nothing in ${file}, and has nothing that is said no more`, () => {
        assert.deepEqual(Object.keys(translated).sort(), Object.keys(english).sort());
      });

      it(`keeps places, commands and code in ${file}`, () => {
        for (const [key, text] of Object.entries(english)) {
          const other = translated[key] ?? "";
          assert.notEqual(other.trim(), "", key);
          assert.deepEqual(fixedParts(other), fixedParts(text), key);
        }
      });
    }

    it(`is no copy of the English in ${language}`, () => {
      const pairs = tables(language).flatMap(({ base, file }) => {
        const english = readJson<Table>(base);
        return Object.entries(readJson<Table>(file)).map(([key, text]) => [english[key], text]);
      });
      const same = pairs.filter(
        ([english, text]) => english === text && /[a-z]{3} [a-z]{3}/.test(text ?? ""),
      );
      assert.deepEqual(same, []);
    });
  }
});
