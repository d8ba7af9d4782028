import type { ConsoleMessage, Page } from "playwright-core";
import { REJECTION } from "./rejecter.ts";
import type { Window } from "./window.ts";

/** A line of a stack in a bundle of the extension, as it is installed. */
const FRAME = /^\s*at .*\/auth-secret\.auth-secret-[^/]*\/dist\/.*$/gm;

/** How VS Code begins what it tells of a failure of the extension, whatever the stack names. */
const NAMED = /\[auth-secret\.auth-secret\]/;

/**
 * What goes wrong in the extension and is handled by nobody: each window's console tells what its
 * extension host tells.
 */
export class HostFailures {
  readonly #stacks = new Set<string>();

  watch(page: Page): void {
    page.on("console", (message) => {
      const stack = ownStack(message);
      if (stack !== undefined) this.#stacks.add(stack);
    });
  }

  /**
   * Waits until everything has been told that went wrong in a window until now.
   *
   * A rejection that nobody handles is told of a second later: so is one that is made here, after all
   * others. That it comes proves that such are told of at all.
   */
  async untilComplete(window: Window): Promise<void> {
    const isTold = window.page.waitForEvent("console", {
      predicate: (message) =>
        message.type() === "error" && message.text().includes(REJECTION.message),
    });
    await window.run(REJECTION.title);
    await isTold;
  }

  /**
   * @throws with the stacks of failures that were not told of before, without their messages: a value
   * may stand there.
   */
  fail(): void {
    if (this.#stacks.size === 0) return;
    const stacks = [...this.#stacks].join("\n\n");
    this.#stacks.clear();
    throw new Error(`failures in the extension that nobody handled:\n${stacks}`);
  }
}

/** Undefined for what tells of no failure of the extension. */
function ownStack(message: ConsoleMessage): string | undefined {
  const text = message.text();
  const frames = text.match(FRAME);
  if (frames) return frames.join("\n");
  return message.type() === "error" && NAMED.test(text) ? "(no stack)" : undefined;
}
