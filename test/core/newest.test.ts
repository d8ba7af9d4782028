import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { Newest } from "../../src/editor/newest.ts";

/** Questions about one thing, each answered when the test says so. */
function questions() {
  const newest = new Newest<string>();
  const taken: string[] = [];
  const answers: ((answer: string) => void)[] = [];
  const ask = () =>
    newest.ask(
      "a.env",
      () => new Promise<string>((resolve) => answers.push(resolve)),
      (answer) => taken.push(answer),
    );
  return { ask, answers, taken };
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
