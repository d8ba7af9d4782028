import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { collectTexts, textsIn } from "../../scripts/l10n/collect.ts";
import { languages, readJson, tables } from "../../scripts/l10n/files.ts";
import { inEnglish, withKeys } from "../../scripts/l10n/manifestTexts.ts";

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

  it("reads calls and nothing else, and finds those that nobody could translate", () => {
    const source = [
      '// vscode.l10n.t("a comment")',
      "const a = vscode.l10n.t(",
      '  "first {0}", message("second"));',
      "const b = 'message(\"a string\")';",
      'const c = vscode.l10n.t(`third`), d = message("a" + e), f = message(g);',
      'const h = other.t("none"), i = messageOf("none");',
    ].join("\n");
    assert.deepEqual(textsIn(source), [
      { text: "first {0}", line: 2 },
      { text: "second", line: 3 },
      { text: undefined, line: 5 },
      { text: undefined, line: 5 },
      { text: undefined, line: 5 },
    ]);
  });

  it("moves the manifest's texts out, and puts them back for the tables", () => {
    const manifest = {
      description: "One",
      contributes: {
        commands: [{ command: "authSecret.a", title: "Two", icon: "$(key)" }],
        configuration: {
          properties: { "authSecret.b": { enumDescriptions: ["Three", "%known%"] } },
        },
      },
    };
    const { manifest: keyed, texts } = withKeys(manifest);
    assert.deepEqual(texts, {
      description: "One",
      "commands.a.title": "Two",
      "configuration.b.enumDescriptions.0": "Three",
    });
    assert.deepEqual(withKeys(keyed).texts, {});
    assert.deepEqual(inEnglish(keyed, texts), manifest);
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
