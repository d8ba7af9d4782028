import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import { parseEntries } from "../../../src/core/dotenv/parse.ts";
import { commentOut, removeEntries, removeEntry } from "../../../src/core/dotenv/removeEntry.ts";
import { applyEdits } from "../../../src/core/edit.ts";
import { envTexts } from "../../support/envTexts.ts";

function without(text: string, key: string): string | undefined {
  const entry = parseEntries(text).find((one) => one.key === key);
  const edit = entry && removeEntry(text, entry);
  return edit && applyEdits(text, [edit]);
}

describe("removeEntry", () => {
  it("takes the line with its break, and keeps the style of the last one", () => {
    assert.equal(without("A=1\nB=2\nC=3\n", "B"), "A=1\nC=3\n");
    assert.equal(without("A=1\r\nB='2' # two\r\nC=3", "B"), "A=1\r\nC=3");
    assert.equal(without("A=1\n\nB=2", "B"), "A=1\n");
    assert.equal(without("\uFEFFA=1\nB=2\n", "A"), "\uFEFFB=2\n");
    assert.equal(without("  export A=\t\nB=2", "A"), "B=2");
    assert.equal(without('A="1\n2"\nB=2\n', "A"), "B=2\n");
    assert.equal(without("A=1", "A"), "");
  });

  it("leaves a line that is shared, and the blank one below", () => {
    assert.equal(without("# one\u2028A=1\n\nB=2", "A"), "# one\u2028\n\nB=2");
    assert.equal(without("# one\u2029 A='1' \r\nB=2", "A"), "# one\u2029  \r\nB=2");
  });

  it("leaves all other assignments as they are, whatever the file", () => {
    fc.assert(
      fc.property(envTexts, (text) => {
        const before = parseEntries(text);
        for (const entry of before) {
          for (const edit of [removeEntry(text, entry), commentOut(text, entry)]) {
            if (edit === undefined) continue;
            const left = parseEntries(applyEdits(text, [edit])).map(({ key, value }) => [
              key,
              value,
            ]);
            const others = before.filter((one) => one !== entry);
            assert.deepEqual(
              left,
              others.map(({ key, value }) => [key, value]),
            );
          }
        }
      }),
      { numRuns: 3000 },
    );
  });
});

describe("removeEntries", () => {
  it("removes the last lines of a file that does not end in a line break", () => {
    const text = "B=1\nA=\nA=";
    const edits = removeEntries(text, parseEntries(text).slice(1));
    assert.equal(applyEdits(text, edits ?? []), "B=1\n");
  });
});

describe("commentOut", () => {
  it("keeps the line, and refuses one of several", () => {
    const comment = (text: string) => {
      const [entry] = parseEntries(text);
      const edit = entry && commentOut(text, entry);
      return edit && applyEdits(text, [edit]);
    };
    assert.equal(comment(" export A='1' # x\r\nB=2"), " # export A='1' # x\r\nB=2");
    assert.equal(comment('A="1\n2"\n'), undefined);
  });
});
