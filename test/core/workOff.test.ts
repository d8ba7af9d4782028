import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { takeInTime } from "../../src/editor/schedule.ts";
import { placeOf, workOff } from "../../src/editor/workOff.ts";

const ALL = ["a", "b", "c", "d"];

/** Works with a failure at some, and tells what was done and what failed. */
function worked(due: Iterable<string>, isFailing: (item: string) => boolean) {
  const done: string[] = [];
  const failed: string[] = [];
  workOff(due, {
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
    const { done, failed } = worked(ALL, (item) => item === "a" || item === "c");
    assert.deepEqual(done, ["b", "d"]);
    assert.deepEqual(failed, ["a", "c"]);
  });

  it("is due no longer once it is taken, though it fails, and stays due until then", () => {
    const due = new Set(ALL);
    for (const item of takeInTime(due)) {
      worked([item], () => true);
      if (item === "b") break;
    }
    assert.deepEqual([...due], ["c", "d"]);
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
