import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { Newest } from "../../src/editor/newest.ts";

/** Questions about one thing, each answered when the test says so. */
function questions() {
  const newest = new Newest<string>();
  const taken: string[] = [];
  const answers: ((answer: string) => void)[] = [];
  const failures: ((reason: Error) => void)[] = [];
  const ask = () =>
    newest.ask(
      "a.env",
      () =>
        new Promise<string>((resolve, reject) => {
          answers.push(resolve);
          failures.push(reject);
        }),
      (answer) => taken.push(answer),
    );
  return { ask, answers, failures, taken };
}

describe("Newest", () => {
  it("takes the later answer only, and lets the earlier asker wait for it", async () => {
    const { ask, answers, taken } = questions();
    let isEarlierDone = false;
    const earlier = ask().then(() => {
      isEarlierDone = true;
    });
    const later = ask();
    answers[0]?.("old");
    // Every step that the earlier question can take by itself is taken.
    await new Promise((resolve) => setImmediate(resolve));
    assert.equal(isEarlierDone, false);
    answers[1]?.("new");
    await Promise.all([earlier, later]);
    assert.deepEqual(taken, ["new"]);
  });

  it("lets who was overtaken twice wait for the last", async () => {
    const { ask, answers, taken } = questions();
    const first = ask().then(() => assert.deepEqual(taken, ["new"]));
    const second = ask();
    answers[0]?.("old");
    await new Promise((resolve) => setImmediate(resolve));
    const third = ask();
    answers[1]?.("older");
    await new Promise((resolve) => setImmediate(resolve));
    answers[2]?.("new");
    await Promise.all([first, second, third]);
  });

  it("tells everyone who waited that the newest question failed, and takes the next answer", async () => {
    const { ask, answers, failures, taken } = questions();
    const asked = [ask(), ask()];
    answers[0]?.("old");
    failures[1]?.(new Error("unreadable"));
    const ends = await Promise.allSettled(asked);
    assert.deepEqual(
      ends.map(({ status }) => status),
      ["rejected", "rejected"],
    );
    const next = ask();
    answers[2]?.("new");
    await next;
    assert.deepEqual(taken, ["new"]);
  });

  for (const first of ["failed", "overtook"]) {
    it(`is not troubled by the failure of a question that was overtaken (${first} first)`, async () => {
      const { ask, answers, failures, taken } = questions();
      const asked = [ask(), ask()];
      const steps = [() => failures[0]?.(new Error("unreadable")), () => answers[1]?.("new")];
      for (const step of first === "failed" ? steps : steps.reverse()) {
        step();
        await new Promise((resolve) => setImmediate(resolve));
      }
      await Promise.all(asked);
      assert.deepEqual(taken, ["new"]);
    });
  }

  it("fails where taking the answer does, and takes the next one", async () => {
    const newest = new Newest<string>();
    const ask = (take: () => void) => newest.ask("a.env", () => Promise.resolve(""), take);
    await assert.rejects(
      ask(() => {
        throw new Error("cannot be taken");
      }),
      /cannot be taken/,
    );
    let isTaken = false;
    await ask(() => {
      isTaken = true;
    });
    assert.equal(isTaken, true);
  });

  it("keeps different things apart", async () => {
    const newest = new Newest<string>();
    const taken: string[] = [];
    const ask = (about: string) =>
      newest.ask(
        about,
        () => Promise.resolve(about),
        (answer) => taken.push(answer),
      );
    await Promise.all([ask("a"), ask("b")]);
    assert.deepEqual(taken.sort(), ["a", "b"]);
  });
});
