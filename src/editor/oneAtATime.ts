/** Runs an action that is never at work twice: who asks meanwhile gets one more run, for all of them. */
export class OneAtATime {
  readonly #action: () => Promise<void>;
  #running: Promise<void> = Promise.resolve();
  #next: Promise<void> | undefined;
  #isRunning = false;

  constructor(action: () => Promise<void>) {
    this.#action = action;
  }

  get isRunning(): boolean {
    return this.#isRunning;
  }

  /** Resolves after a run that began after it was asked for. @throws what that run does. */
  run(): Promise<void> {
    const start = () => {
      this.#next = undefined;
      this.#isRunning = true;
      this.#running = this.#action().finally(() => {
        this.#isRunning = false;
      });
      return this.#running;
    };
    this.#next ??= this.#running.then(start, start);
    return this.#next;
  }
}

/** Resolves with what it is given, or when so many milliseconds are over. */
export function noLongerThan(milliseconds: number, work: Promise<void>): Promise<void> {
  let timer: ReturnType<typeof setTimeout>;
  const end = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, milliseconds);
  });
  return Promise.race([work, end]).finally(() => clearTimeout(timer));
}
