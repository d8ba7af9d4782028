import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import { applyEdits, lineEndingOf } from "../../src/core/edit.ts";
import { smallestEdit } from "../../src/core/fixAll.ts";

describe("applyEdits", () => {
  it("applies edits in any order, all in offsets of the original", () => {
    const edits = [
      { start: 6, end: 11, newText: "there" },
      { start: 0, end: 5, newText: "Hi" },
      { start: 11, end: 11, newText: "!" },
    ];
    assert.equal(applyEdits("Hello world", edits), "Hi there!");
  });

  it("refuses edits that overlap or lie outside", () => {
    const at = (start: number, end: number) => ({ start, end, newText: "x" });
    assert.throws(() => applyEdits("abcdef", [at(0, 3), at(2, 4)]), RangeError);
    assert.throws(() => applyEdits("abc", [at(2, 4)]), RangeError);
    assert.throws(() => applyEdits("abc", [at(2, 1)]), RangeError);
    assert.throws(() => applyEdits("abc", [at(-1, 0)]), RangeError);
  });

  it("leaves every unit outside the edit as it was", () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), fc.nat(), fc.nat(), (text, newText, a, b) => {
        const [start, end] = [a, b].map((n) => n % (text.length + 1)).sort((x, y) => x - y);
        const result = applyEdits(text, [{ start: start ?? 0, end: end ?? 0, newText }]);
        assert.equal(result, text.slice(0, start) + newText + text.slice(end));
      }),
    );
  });
});

describe("smallestEdit", () => {
  it("turns any text into any other, and touches neither common end", () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), fc.string(), fc.string(), (head, from, to, tail) => {
        const [before, after] = [head + from + tail, head + to + tail];
        const edit = smallestEdit(before, after);
        assert.equal(applyEdits(before, [edit]), after);
        assert.ok(edit.newText.length <= to.length);
      }),
    );
  });
});

describe("lineEndingOf", () => {
  it("is the first one used, and LF where there is none", () => {
    assert.equal(lineEndingOf("a\r\nb\n"), "\r\n");
    assert.equal(lineEndingOf("a\nb\r\n"), "\n");
    assert.equal(lineEndingOf("\nb\r\n"), "\n");
    assert.equal(lineEndingOf("a"), "\n");
  });
});
