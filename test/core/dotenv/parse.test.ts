import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { parseEntries, parseEnvFile } from "../../../src/core/dotenv/parse.ts";
import type { Span } from "../../../src/core/edit.ts";

/** The parts of each entry as they stand in the text. */
function parts(text: string) {
  const at = (span: Span | undefined) => span && text.slice(span.start, span.end);
  return parseEntries(text).map((entry) => ({
    key: at(entry.keySpan),
    whole: at(entry.span),
    literal: at(entry.literalSpan),
    raw: at(entry.valueSpan),
    comment: at(entry.commentSpan),
    value: entry.value,
    quote: entry.quote,
  }));
}

describe("parseEntries", () => {
  it("places the parts of bare and quoted values", () => {
    const text = `# first\nA=1\n  export B = 'b c' # note \nC: "x"#y`;
    assert.deepEqual(parts(text), [
      { key: "A", whole: "A=1", literal: "1", raw: "1", comment: undefined, value: "1", quote: "" },
      {
        key: "B",
        whole: "export B = 'b c' # note ",
        literal: "'b c'",
        raw: "b c",
        comment: "# note ",
        value: "b c",
        quote: "'",
      },
      {
        key: "C",
        whole: 'C: "x"#y',
        literal: '"x"',
        raw: "x",
        comment: "#y",
        value: "x",
        quote: '"',
      },
    ]);
  });

  it("counts offsets in the text as it is, with CRLF and a byte order mark", () => {
    const text = '\uFEFFA=1\r\n\r\nB="x\r\ny"\r\nC=`\r`\r\nD=4';
    assert.deepEqual(
      parts(text).map(({ key, raw, value }) => ({ key, raw, value })),
      [
        { key: "A", raw: "1", value: "1" },
        { key: "B", raw: "x\r\ny", value: "x\ny" },
        { key: "C", raw: "\r", value: "\n" },
        { key: "D", raw: "4", value: "4" },
      ],
    );
  });

  it("puts a value that is not there right behind the separator", () => {
    const text = 'A=\nB=  # note\nC=""\nD =';
    const places = parseEntries(text).map(({ valueSpan, literalSpan }) => [
      text.slice(0, valueSpan.start).split("\n").at(-1),
      valueSpan.end - valueSpan.start,
      literalSpan.end - literalSpan.start,
    ]);
    assert.deepEqual(places, [
      ["A=", 0, 0],
      ["B=", 0, 0],
      ['C="', 0, 2],
      ["D =", 0, 0],
    ]);
  });

  it("takes quotes that do not enclose the value for a part of it", () => {
    const values = (text: string) => parseEntries(text).map(({ value, quote }) => [value, quote]);
    assert.deepEqual(values('A="x\nB=1'), [
      ['"x', ""],
      ["1", ""],
    ]);
    assert.deepEqual(values('A="x";'), [['"x";', ""]]);
    assert.deepEqual(values("A='it\\'s'"), [["it\\'s", "'"]]);
    assert.deepEqual(values("A='x\\'\nB='y'"), [
      ["x\\", "'"],
      ["y", "'"],
    ]);
  });

  it("resolves escapes in double quotes only", () => {
    assert.deepEqual(
      parseEntries("A=\"x\\ny\"\nB='x\\ny'\nC=x\\ny").map(({ value }) => value),
      ["x\ny", "x\\ny", "x\\ny"],
    );
  });

  it("finds no assignment where there is none", () => {
    assert.deepEqual(parseEntries("# A=1\nA\nset B=1\nC:1\n=x\n\n\t "), []);
  });
});

describe("parseEnvFile", () => {
  it("tells templates from their name", () => {
    assert.equal(parseEnvFile("app/.env.example", "A=1").isTemplate, true);
    assert.equal(parseEnvFile("example/.env", "A=1").isTemplate, false);
  });
});
