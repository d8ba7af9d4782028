import type { Disposable, Event } from "vscode";
import { asked } from "./asked.ts";

/** Milliseconds; less than what mocha gives a test, so that this error is the one to be seen. */
const patience = asked.soak ? 200_000 : 20_000;

/** Resolves as soon as `holds`, asked now and after every event; rejects with `otherwise` in time. */
export function untilEvent<T>(
  event: Event<T>,
  holds: () => boolean,
  otherwise: () => string,
): Promise<void> {
  return new Promise((resolve, reject) => {
    const disposables: Disposable[] = [];
    const settle = (done: () => void) => {
      clearTimeout(timer);
      for (const each of disposables) each.dispose();
      done();
    };
    const timer = setTimeout(() => settle(() => reject(new Error(otherwise()))), patience);
    const look = () => {
      if (holds()) settle(resolve);
    };
    disposables.push(event(look));
    look();
  });
}
