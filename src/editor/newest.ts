/**
 * Runs the newest of several questions on the same thing to its end: an answer that a later
 * question has overtaken is not taken, and who asked the earlier one waits for the later.
 */
export class Newest<Answer> {
  readonly #asked = new Map<string, Promise<void>>();

  /** @throws what the newest question does; that an overtaken one failed is of no interest. */
  async ask(
    about: string,
    question: () => Promise<Answer>,
    take: (answer: Answer) => void,
  ): Promise<void> {
    const isNewest = () => this.#asked.get(about) === asking;
    const asking: Promise<void> = question().then(
      (answer) => {
        if (isNewest()) take(answer);
      },
      (reason: unknown) => {
        if (isNewest()) throw reason;
      },
    );
    this.#asked.set(about, asking);
    let awaited = asking;
    let end = await endOf(awaited);
    // Whoever overtook may have been overtaken meanwhile.
    for (let latest = this.#asked.get(about); latest; latest = this.#asked.get(about)) {
      if (latest === awaited) this.#asked.delete(about);
      else {
        awaited = latest;
        end = await endOf(awaited);
      }
    }
    if (end.isFailed) throw end.reason;
  }
}

interface End {
  readonly isFailed: boolean;
  readonly reason?: unknown;
}

function endOf(asking: Promise<void>): Promise<End> {
  return asking.then(
    () => ({ isFailed: false }),
    (reason: unknown) => ({ isFailed: true, reason }),
  );
}
