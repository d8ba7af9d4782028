import {
  type CancellationToken,
  CancellationTokenSource,
  type Progress,
  type ProgressOptions,
  window,
} from "vscode";
import { ok } from "./assert.ts";

/** What a progress is shown for. */
export type Task = (progress: Progress<object>, token: CancellationToken) => Thenable<unknown>;

/**
 * Runs an action in a window where a person cancels whatever shows its progress at the first turn of the
 * event loop at which it is time; turns are counted from 0, at which it has just begun.
 */
export async function cancellingWhen(
  isTime: (turn: number) => boolean,
  action: () => Thenable<unknown>,
): Promise<{ readonly isCancelled: boolean; readonly turns: number }> {
  let isCancelled = false;
  let turns = 0;
  const cancelling = async (_options: unknown, task: Task) => {
    const source = new CancellationTokenSource();
    let isDone = false;
    const done = Promise.resolve(task({ report: () => undefined }, source.token)).finally(() => {
      isDone = true;
    });
    for (turns = 0; !isDone && !isTime(turns); turns++) await nextTurn();
    if (!isDone) {
      isCancelled = true;
      source.cancel();
    }
    return await done;
  };
  await replacingProgress(cancelling, action);
  return { isCancelled, turns };
}

/** The same after so many turns. False where all of it had ended before. */
export async function cancellingAfter(
  turns: number,
  action: () => Thenable<unknown>,
): Promise<boolean> {
  return (await cancellingWhen((turn) => turn >= turns, action)).isCancelled;
}

/** A command to be cancelled again and again. */
export interface Cancellable {
  run(): Thenable<unknown>;
  /** Fails where something is not as it should be, and makes all ready for the next time. */
  check(isCancelled: boolean, about: string): Promise<void>;
}

/** Of the turns that a command takes so many are tried, the first of them: most is decided there. */
const FIRST = 16;

/** And so many of the others, evenly spread. */
const SPREAD = 12;

/**
 * Cancels a command at each of the turns of the event loop that it takes where nobody does; where they
 * are many, at each of the first and at some of the others. The number of turns differs from time to
 * time, so it is counted twice, and a command may have ended before it was to be cancelled: not more
 * often than every other time.
 */
export async function cancellingAtEachTurn(command: Cancellable): Promise<void> {
  const { run, check } = command;
  const counts: number[] = [];
  for (const about of ["when nobody cancels", "when nobody cancels once more"]) {
    counts.push((await cancellingWhen(() => false, run)).turns);
    await check(false, about);
  }
  const tried = turnsOf(Math.min(...counts));
  let cancelled = 0;
  for (const turns of tried) {
    const isCancelled = await cancellingAfter(turns, run);
    await check(isCancelled, `after ${turns} turns`);
    if (isCancelled) cancelled++;
  }
  ok(cancelled > tried.length / 2, `${cancelled} of ${tried.length} were cancelled`);
}

/** The turns to try of so many. */
export function turnsOf(count: number): readonly number[] {
  const step = Math.max(1, Math.floor((count - FIRST) / SPREAD));
  return Array.from({ length: count }, (_, turn) => turn).filter(
    (turn) => turn < FIRST || (turn - FIRST) % step === 0,
  );
}

/** Runs an action in a window that shows progress in another way. */
export async function replacingProgress<Shown>(
  show: (options: ProgressOptions, task: Task) => unknown,
  action: () => Thenable<Shown>,
): Promise<Shown> {
  const original = window.withProgress;
  Object.assign(window, { withProgress: show });
  try {
    return await action();
  } finally {
    Object.assign(window, { withProgress: original });
  }
}

/** Lets everything else have its turn once. */
export function nextTurn(): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, 0);
  });
}
