/**
 * Runs the newest of several questions on the same thing to its end: an answer that a later
 * question has overtaken is not taken, and who asked the earlier one waits for the later.
 */
export class Newest<Answer> {
  readonly #asked = new Map<string, Promise<void>>();

  async ask(
    about: string,
    question: () => Promise<Answer>,
    take: (answer: Answer) => void,
  ): Promise<void> {
    const asking: Promise<void> = question().then((answer) => {
      if (this.#asked.get(about) === asking) take(answer);
    });
    this.#asked.set(about, asking);
    let awaited = asking;
    await awaited;
    // Whoever overtook may have been overtaken meanwhile.
    for (let latest = this.#asked.get(about); latest; latest = this.#asked.get(about)) {
      if (latest === awaited) this.#asked.delete(about);
      else {
        awaited = latest;
        await awaited;
      }
    }
  }
}
