import type { Disposable } from "vscode";

/** Runs an action once things have been quiet for a while. */
export interface Schedule extends Disposable {
  request(): void;
}

export function schedule(quietMilliseconds: number, action: () => void): Schedule {
  let timer: ReturnType<typeof setTimeout> | undefined;
  return {
    request() {
      clearTimeout(timer);
      timer = setTimeout(action, quietMilliseconds);
    },
    dispose() {
      clearTimeout(timer);
    },
  };
}
