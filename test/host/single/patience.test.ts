import { CancellationTokenSource, type ProgressOptions } from "vscode";
import { untilRead } from "../../../src/editor/patience.ts";
import { equal } from "../support/assert.ts";
import { replacingProgress, type Task } from "../support/cancelling.ts";

/** Runs an action with a person at hand for whatever shows its progress; the titles of all that did. */
async function watching(
  see: (giveUp: () => void) => void,
  action: () => Promise<void>,
): Promise<readonly string[]> {
  const titles: string[] = [];
  const watched = ({ title = "", cancellable }: ProgressOptions, task: Task) => {
    titles.push(cancellable ? title : "");
    const source = new CancellationTokenSource();
    const done = task({ report: () => undefined }, source.token);
    see(() => source.cancel());
    return done;
  };
  await replacingProgress(watched, action);
  return titles;
}

describe("a command that needs the workspace", () => {
  it("says nothing where it is read already", async () => {
    const titles = await watching(
      () => undefined,
      async () => equal(await untilRead("Generate", Promise.resolve()), true, "that it is read"),
    );
    equal(titles.length, 0, "what was shown");
  });

  it("shows that it waits, and goes on when it is read", async () => {
    const { promise, resolve } = withResolver();
    const titles = await watching(resolve, async () =>
      equal(await untilRead("Generate", promise), true, "that it is read"),
    );
    equal(titles.join(), "Generate: reading the workspace", "what was shown");
  });

  it("ends where the person gives up", async () => {
    const { promise } = withResolver();
    const titles = await watching(
      (giveUp) => giveUp(),
      async () => equal(await untilRead("Generate", promise), false, "that it is read"),
    );
    equal(titles.length, 1, "what was shown");
  });
});

function withResolver() {
  let resolve = () => {};
  const promise = new Promise<void>((fulfil) => {
    resolve = fulfil;
  });
  return { promise, resolve: () => resolve() };
}
