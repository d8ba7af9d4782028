import assert from "node:assert/strict";
import { globSync, readFileSync } from "node:fs";
import { describe, it } from "node:test";
import { rules } from "../../src/core/index.ts";

const page = readFileSync("docs/failures.md", "utf8");

/** The first cells of the page's tables, their headers aside. */
const rows = [...page.matchAll(/^\| (.+?) \| .* \|$/gm)]
  .map((match) => match[1] ?? "")
  .filter((cell) => cell !== "What you see" && cell !== "---");

/** The rows that the tests of the real packages name. */
const tested = globSync("test/oracle/failures*.test.ts").flatMap((path) =>
  [...readFileSync(path, "utf8").matchAll(/\brow: (?:"(.*)"|'(.*)'),$/gm)].map(
    (match) => match[1] ?? match[2] ?? "",
  ),
);

describe("docs/failures.md", () => {
  it("has a test for each row, and a row for each test", () => {
    assert.ok(rows.length > 20);
    assert.deepEqual([...rows].sort(), [...tested].sort());
  });

  it("names rules that exist, by their pages", () => {
    const named = [...page.matchAll(/\[`([\w-]+)`\]\(rules\/([\w-]+)\.md\)/g)];
    assert.ok(named.length > 10);
    const known = new Set(rules.map(({ id }) => id));
    for (const [, id = "", file] of named) {
      assert.ok(known.has(id), id);
      assert.equal(id, file);
    }
  });

  it("says of each failure what catches it and what to do", () => {
    for (const line of page.split("\n").filter((each) => each.startsWith("| "))) {
      assert.equal(line.split(" | ").length, 4, line);
    }
  });
});
