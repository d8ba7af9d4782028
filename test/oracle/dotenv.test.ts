import assert from "node:assert/strict";
import { describe, it } from "node:test";
import dotenv from "dotenv";
import fc from "fast-check";
import { type EnvEntry, parseEntries } from "../../src/core/dotenv/parse.ts";
import type { Span } from "../../src/core/edit.ts";
import { envTexts } from "../support/envTexts.ts";

/** Lines on which env file readers are known to differ. */
const TRICKY = [
  ...["AUTH_SECRET=K7+/=", 'AUTH_SECRET="K7+/="', "AUTH_SECRET='K7+/='", "AUTH_SECRET=`K7+/=`"],
  ...["export AUTH_SECRET=abc", "AUTH_SECRET = abc", "AUTH_SECRET\t=\tabc", "   AUTH_SECRET=abc"],
  ...["AUTH_SECRET: abc", "AUTH_SECRET:abc", "AUTH_SECRET=abc # note", "AUTH_SECRET=abc#def"],
  ...['AUTH_SECRET="abc#def" # note', "AUTH_SECRET=#abc", "AUTH_SECRET=ab$cd-ef"],
  ...['AUTH_SECRET="ab$cd-ef"', "AUTH_SECRET='ab$cd-ef'", "AUTH_SECRET=`ab$cd-ef`"],
  ...["AUTH_SECRET=ab\\$cd-ef", "AUTH_SECRET='ab\\$cd-ef'", "AUTH_SECRET=$2b$10$abc"],
  ...["AUTH_SECRET=a$1b", "AUTH_SECRET=a$$b", "AUTH_SECRET=abc$", "AUTH_SECRET=a$-b"],
  ...["AUTH_SECRET=$(cmd)", "AUTH_SECRET=1\nAUTH_SECRET=2", "AUTH_SECRET=x\nAUTH_SECRET="],
  ...["\uFEFFAUTH_SECRET=abc", "A=1\r\nAUTH_SECRET=abc\r\n", "A=1\rAUTH_SECRET=abc\rB=2"],
  ...['AUTH_SECRET="abc\ndef"', 'AUTH_SECRET="a\\nb"', "AUTH_SECRET='a\\nb'", "AUTH_SECRET=a\\nb"],
  ...['AUTH_SECRET="abc', 'AUTH_SECRET="abc"def', 'AUTH_SECRET="abc";', "AUTH_SECRET="],
  ...['AUTH_SECRET=""', "AUTH_SECRET", "set AUTH_SECRET=abc", "AUTH_SECRET=“abc”"],
  ...["AUTH_SECRET=a\u200bb", "AUTH_SECRET=:abc", "AUTH_SECRET\n=abc", "export\nAUTH_SECRET=abc"],
];

/** Inputs on which trying every position anew takes quadratic time: 8 MB each, or 100,000 quotes. */
const HEAVY: Readonly<Record<string, string>> = {
  "opening quotes": "A='x\n".repeat(100_000),
  "escaped quotes": `A='${"\\'x".repeat(2_700_000)}`,
  "escaped quotes before blanks": `A='${"\\' ".repeat(2_700_000)}x`,
  "empty lines": "\n".repeat(8_000_000),
  "one long name": "a".repeat(8_000_000),
  "blanks before a value": `A=${" ".repeat(8_000_000)}x`,
  "nothing but export": "export ".repeat(1_100_000),
  "lines within lines": `A=x${"\u2028'b".repeat(2_600_000)}`,
};

describe("parseEntries and dotenv 18", () => {
  it("agree on what readers are known to differ in", () => {
    for (const text of TRICKY) assertSame(text);
  });

  it("agree on generated files", () => {
    fc.assert(fc.property(envTexts, assertSame), { numRuns: 30_000 });
  });

  it("place every part where it stands", () => {
    fc.assert(
      fc.property(envTexts, (text) => {
        let end = 0;
        for (const entry of parseEntries(text)) {
          assert.ok(entry.span.start >= end);
          end = entry.span.end;
          assertPlaces(text, entry);
        }
        assert.ok(end <= text.length);
      }),
      { numRuns: 10_000 },
    );
  });

  for (const [name, text] of Object.entries(HEAVY)) {
    it(`takes linear time: ${name}`, () => {
      const start = performance.now();
      parseEntries(text);
      // Linear takes a tenth of this, quadratic takes hours.
      assert.ok(performance.now() - start < 5_000);
    });
  }
});

function assertSame(text: string): void {
  const own = parseEntries(text).map(({ key, value }) => [key, value] as const);
  // dotenv collects into an ordinary object, which keeps no text under this name.
  const values = Object.fromEntries(own.filter(([key]) => key !== "__proto__"));
  assert.deepEqual(values, { ...dotenv.parse(text) });
}

function assertPlaces(text: string, entry: EnvEntry): void {
  const at = ({ start, end }: Span) => text.slice(start, end);
  const { span, keySpan, valueSpan, literalSpan, commentSpan, quote } = entry;
  assert.equal(at(keySpan), entry.key);
  assert.match(text.slice(span.start, keySpan.start), /^(?:export\s+)?$/);
  assert.match(text.slice(keySpan.end, literalSpan.start), /^(?:\s*=|:\s)\s*$/);
  assert.equal(at(literalSpan), quote + at(valueSpan) + quote);
  assert.equal(span.end, (commentSpan ?? literalSpan).end);
  if (commentSpan) {
    assert.match(text.slice(literalSpan.end, commentSpan.start), /^[^\S\r\n]*$/);
    assert.match(at(commentSpan), /^#[^\r\n]*$/);
  }
  const raw = at(valueSpan).replace(/\r\n?/g, "\n");
  const isDoubleQuoted = at(literalSpan).startsWith('"');
  const value = isDoubleQuoted ? raw.replace(/\\n/g, "\n").replace(/\\r/g, "\r") : raw;
  if (!/[\u2028\u2029]/.test(raw)) assert.equal(entry.value, value);
}
