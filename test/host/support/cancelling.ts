import {
  type CancellationToken,
  CancellationTokenSource,
  type Progress,
  type ProgressOptions,
  window,
} from "vscode";

/** What a progress is shown for. */
export type Task = (progress: Progress<object>, token: CancellationToken) => Thenable<unknown>;

/**
 * Runs an action in a window where a person cancels whatever shows its progress so many turns of the
 * event loop after it began. False where all of it had ended before.
 */
export async function cancellingAfter(
  turns: number,
  action: () => Thenable<unknown>,
): Promise<boolean> {
  let isCancelled = false;
  const cancelling = async (_options: unknown, task: Task) => {
    const source = new CancellationTokenSource();
    let isDone = false;
    const done = Promise.resolve(task({ report: () => undefined }, source.token)).finally(() => {
      isDone = true;
    });
    for (let turn = 0; turn < turns && !isDone; turn++) await nextTurn();
    if (!isDone) {
      isCancelled = true;
      source.cancel();
    }
    return await done;
  };
  await replacingProgress(cancelling, action);
  return isCancelled;
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
