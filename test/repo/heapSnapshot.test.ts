import assert from "node:assert/strict";
import { join } from "node:path";
import { test } from "node:test";
import { writeHeapSnapshot } from "node:v8";
import { sizesIn } from "../../bench/workspace/heapSnapshot.ts";
import { temporaryFolder } from "../support/vscode/cleanup.ts";

class CountedBySnapshots {
  readonly bytes = new Uint8Array(100_000);
}

test("what programs hold is told from a snapshot of the heap, by class", () => {
  const folder = temporaryFolder("heap");
  const before = sizesIn(writeHeapSnapshot(join(folder, "before.heapsnapshot")));
  const kept = Array.from({ length: 100 }, () => new CountedBySnapshots());
  const after = sizesIn(writeHeapSnapshot(join(folder, "after.heapsnapshot")));
  assert.equal(before.classes.get("CountedBySnapshots"), undefined);
  assert.equal(after.classes.get("CountedBySnapshots")?.count, kept.length);
  assert.ok(after.held - before.held > 10_000_000, "what they hold outside the heap counts too");
  assert.ok(Math.abs(after.engine - before.engine) < 5_000_000, "the engine has no part in it");
});
