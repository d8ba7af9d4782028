import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { readJson } from "../../src/core/readJson.ts";

describe("readJson", () => {
  it("takes comments, trailing commas and what is half typed", () => {
    assert.deepEqual(readJson('{ "a": [1, ], // b\n "c": '), { a: [1] });
  });

  it("reads plain JSON as it does the rest", () => {
    for (const comment of ["", "// b"]) {
      assert.deepEqual(readJson(`{ "a": 1, "a": [2, null] } ${comment}`), { a: [2, null] });
      assert.equal(readJson(`null ${comment}`), null);
    }
    assert.equal(readJson(""), undefined);
  });

  it("reads through a million blanks, and keeps those of a text", () => {
    const blanks = " \t".repeat(2) + "\t".repeat(2 ** 20);
    assert.deepEqual(readJson(`{${blanks}"a":${blanks}1}`), { a: 1 });
    assert.deepEqual(readJson('{ "a": "b  c" }'), { a: "b  c" });
  });

  it("gives up brackets within brackets that nobody writes", () => {
    for (const open of ["[", "[a, ", '{"a":'])
      assert.equal(readJson(open.repeat(100_000)), undefined);
  });
});
