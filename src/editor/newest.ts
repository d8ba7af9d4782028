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
    await asking;
    const latest = this.#asked.get(about);
    if (latest === asking) this.#asked.delete(about);
    else await latest;
  }
}
