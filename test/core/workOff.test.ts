import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { placeOf, workOff } from "../../src/editor/workOff.ts";

const ALL = ["a", "b", "c", "d"];

/** Works with a failure at some, and tells what was done and what failed. */
function worked(due: Set<string>, slice: number, isFailing: (item: string) => boolean) {
  const done: string[] = [];
  const failed: string[] = [];
  workOff(due, {
    slice,
    work(item) {
      if (isFailing(item)) throw new Error("of a text");
      done.push(item);
    },
    failed: (item) => failed.push(item),
  });
  return { done, failed };
}

describe("work that is due", () => {
  it("goes on after what fails", () => {
    const due = new Set(ALL);
    const { done, failed } = worked(due, 60_000, (item) => item === "a" || item === "c");
    assert.deepEqual(done, ["b", "d"]);
    assert.deepEqual(failed, ["a", "c"]);
    assert.equal(due.size, 0);
  });

  it("leaves the rest for later when its time is up, and comes to its end nevertheless", () => {
    const due = new Set(ALL);
    const turns: string[][] = [];
    while (due.size > 0) turns.push(worked(due, -1, (item) => item === "b").done);
    assert.deepEqual(turns, [["a"], [], ["c"], ["d"]]);
  });
});

describe("an error in the log", () => {
  const SECRET = "correct horse\n    at battery (staple:1:1)\nfile text";

  it("tells its kind and its place, and nothing of its message", () => {
    const said = placeOf(new RangeError(SECRET));
    assert.match(said, /^RangeError at .*workOff\.test\.ts/);
    assert.doesNotMatch(said, /correct|battery|file text/);
  });

  it("tells of what is no error its type alone", () => {
    assert.equal(placeOf(SECRET), "string");
  });

  it("tells no place where the stack is another's", () => {
    const error = new Error(SECRET);
    error.stack = `Error: other\n    at battery (staple:1:1)`;
    assert.equal(placeOf(error), "Error");
  });
});
