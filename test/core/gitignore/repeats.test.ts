import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { applyEdits, type TextEdit } from "../../../src/core/edit.ts";
import { ignoreEdit } from "../../../src/core/gitignore/ignoreEdit.ts";
import { repeatsEdit } from "../../../src/core/gitignore/repeats.ts";
import { project } from "../../support/project.ts";

const HEADING = "# Environment files: they hold secrets\n";

/** The edits that a fix for a file would make of a text. */
function editsFor(text: string, path: string): readonly TextEdit[] {
  const [edit] = ignoreEdit(project({ ".gitignore": text }), [path]);
  assert.ok(edit, "nothing is missing");
  return edit.edits;
}

/** The text after two edits that were made for it were applied one after the other, and tidied up. */
function afterBoth(text: string, one: string, other: string): string {
  const twice = applyEdits(applyEdits(text, editsFor(text, one)), editsFor(text, other));
  return tidied(twice);
}

function tidied(text: string): string {
  const edit = repeatsEdit(text);
  return edit ? applyEdits(text, [edit]) : text;
}

describe("entries that two fixes wrote at once", () => {
  const texts = {
    "a file that ends": "dist\n",
    "one that does not": "dist",
    "one with a gap at its end": "dist\n\n",
    "one with Windows' line ends": "dist\r\n",
    "an empty one": "",
    "one with a block of ours": `dist\n\n${HEADING}.env\n.env*.local\n`,
  };
  for (const [name, text] of Object.entries(texts)) {
    it(`stand once in ${name}`, () => {
      assert.equal(afterBoth(text, ".env", ".env"), applyEdits(text, editsFor(text, ".env")));
    });

    it(`are all there in ${name} where they differ`, () => {
      const lines = afterBoth(text, ".env", ".env.staging")
        .split(/\r?\n/)
        .filter((line) => line.startsWith(".env"));
      assert.deepEqual(lines.toSorted(), [
        ".env",
        ".env*.local",
        ".env.production",
        ".env.staging",
      ]);
    });
  }

  it("are left where a pattern between takes them back", () => {
    const text = `.env\n!.env\n\n${HEADING}.env\n`;
    assert.equal(repeatsEdit(text), undefined);
  });

  it("are left where a person wrote them", () => {
    const text = `.env\n.env\n\n# mine\n.env\n\n${HEADING}.env.local\n\ndist\ndist\n`;
    assert.equal(repeatsEdit(text), undefined);
  });

  it("leave every other byte as it was", () => {
    const block = `${HEADING}.env\n`;
    assert.equal(
      tidied(`\u00e9 \r\n${block}\n${block}\n# last \u2603\nx`),
      `\u00e9 \r\n${block}\n# last \u2603\nx`,
    );
  });
});
