import assert from "node:assert/strict";
import { test } from "node:test";
import { preparation } from "../../src/core/index.ts";
import { judge } from "../../src/core/secret/judge.ts";

test("a value is judged in the middle of preparing as it is afterwards", () => {
  const steps = preparation();
  assert.equal(steps.next().done, false);
  const early = judge("correct horse battery staple");
  assert.equal(early.kind, "passphrase");
  assert.ok([...steps].length > 0);
  assert.deepEqual(judge("correct horse battery staple"), early);
});

test("preparing ends where all is prepared", () => {
  assert.equal([...preparation()].length, 2);
});
