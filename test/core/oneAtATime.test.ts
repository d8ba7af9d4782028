import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { noLongerThan, OneAtATime } from "../../src/editor/oneAtATime.ts";

/** An action whose runs end when the test says so. */
function runs() {
  const ends: { resolve(): void; reject(reason: Error): void }[] = [];
  const one = new OneAtATime(
    () => new Promise<void>((resolve, reject) => ends.push({ resolve, reject })),
  );
  return { one, ends };
}

/** Every step that can be taken is taken. */
const settled = () => new Promise((resolve) => setImmediate(resolve));

describe("OneAtATime", () => {
  it("makes one run of all that is asked for during another", async () => {
    const { one, ends } = runs();
    assert.equal(one.isRunning, false);
    const first = one.run();
    await settled();
    assert.equal(one.isRunning, true);
    let areLaterDone = false;
    const later = Promise.all([one.run(), one.run(), one.run()]).then(() => {
      areLaterDone = true;
    });
    await settled();
    assert.equal(ends.length, 1);
    ends[0]?.resolve();
    await first;
    await settled();
    assert.equal(ends.length, 2);
    assert.equal(areLaterDone, false);
    ends[1]?.resolve();
    await later;
    assert.equal(ends.length, 2);
    assert.equal(one.isRunning, false);
  });

  it("runs again after a run that failed, of which those are told who asked for it", async () => {
    const { one, ends } = runs();
    const first = one.run();
    await settled();
    const second = one.run();
    ends[0]?.reject(new Error("no git"));
    await assert.rejects(first, /no git/);
    await settled();
    ends[1]?.resolve();
    await second;
    assert.equal(ends.length, 2);
  });
});

describe("waiting no longer than", () => {
  it("ends with the work, and fails as it does", async () => {
    await noLongerThan(60_000, Promise.resolve());
    await assert.rejects(noLongerThan(60_000, Promise.reject(new Error("no git"))), /no git/);
  });

  it("ends without it when the time is over", async () => {
    let isDone = false;
    const work = new Promise<void>(() => undefined).then(() => {
      isDone = true;
    });
    await noLongerThan(1, work);
    assert.equal(isDone, false);
  });
});
