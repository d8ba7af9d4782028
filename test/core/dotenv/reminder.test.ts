import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { parseEnvFile } from "../../../src/core/dotenv/parse.ts";
import { remindersIn } from "../../../src/core/dotenv/reminder.ts";

const COMMENT = "# auth-secret: drop after 2027-01-31";

function datesIn(text: string) {
  return remindersIn(parseEnvFile(".env", text)).map(({ entry, date, line }) => [
    entry.key,
    date,
    line && text.slice(line.start, line.end),
  ]);
}

describe("remindersIn", () => {
  it("finds them above entries and behind values, in any line ending", () => {
    assert.deepEqual(datesIn(`\uFEFF${COMMENT}\r\n# note\r\nA=1\r\rB=2 ${COMMENT}\n`), [
      ["A", "2027-01-31", `${COMMENT}\r\n`],
      ["B", "2027-01-31", undefined],
    ]);
    assert.deepEqual(datesIn(`${COMMENT}\n\nA=1\nB=2\n`), []);
  });

  it("reads each line once, however many there are", () => {
    const entries = "A=1\n".repeat(200_000);
    assert.equal(datesIn(`${entries}${COMMENT}\nB=2\n`).length, 1);
    const onOneLine = "A=1\u2028".repeat(100_000);
    assert.equal(datesIn(`# ${"x".repeat(400_000)}\n${onOneLine}\n${COMMENT}\nB=2\n`).length, 1);
  });
});
