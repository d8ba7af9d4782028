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
  readonly #stacks = new WeakMap<Page, Set<string>>();

  watch(page: Page): void {
    const stacks = new Set<string>();
    this.#stacks.set(page, stacks);
    page.on("console", (message) => {
      const stack = ownStack(message);
      if (stack !== undefined) stacks.add(stack);
    });
  }

  /**
   * Fails with the stacks of all that went wrong in a window until now, without their messages: a
   * value may stand there.
   *
   * A rejection that nobody handles is told of a second later: so is one that is made here, after all
   * others. That it comes proves that such are told of at all.
   */
  async failOn(window: Window): Promise<void> {
    const isTold = window.page.waitForEvent("console", {
      predicate: (message) =>
        message.type() === "error" && message.text().includes(REJECTION.message),
    });
    await window.run(REJECTION.title);
    await isTold;
    const stacks = [...(this.#stacks.get(window.page) ?? [])];
    if (stacks.length === 0) return;
    throw new Error(`failures in the extension that nobody handled:\n${stacks.join("\n\n")}`);
  }
}

/** Undefined for what tells of no failure of the extension. */
function ownStack(message: ConsoleMessage): string | undefined {
  const text = message.text();
  const frames = text.match(FRAME);
  if (frames) return frames.join("\n");
  return message.type() === "error" && NAMED.test(text) ? "(no stack)" : undefined;
}
