import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import { lineMap } from "../../src/core/lines.ts";

const lines = fc.array(fc.constantFrom("a", "bc", "\n", "\r\n", "\r", "ü", "😀"), {
  maxLength: 40,
});

describe("lineMap", () => {
  it("counts LF, CRLF and a lone CR as one line break each", () => {
    const { positionAt } = lineMap("a\nb\r\nc\rd");
    assert.deepEqual(positionAt(2), { line: 1, character: 0 });
    assert.deepEqual(positionAt(5), { line: 2, character: 0 });
    assert.deepEqual(positionAt(7), { line: 3, character: 0 });
    assert.deepEqual(positionAt(8), { line: 3, character: 1 });
  });

  it("gives back the offset it was asked for", () => {
    fc.assert(
      fc.property(lines, fc.nat(), (parts, nat) => {
        const text = parts.join("");
        const offset = nat % (text.length + 1);
        const { positionAt, startOf } = lineMap(text);
        const { line, character } = positionAt(offset);
        assert.equal(startOf(line) + character, offset);
        assert.ok(startOf(line + 1) >= offset);
      }),
    );
  });
});
