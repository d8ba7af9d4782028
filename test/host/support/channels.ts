import { type OutputChannel, window } from "vscode";

/** Runs an action and gives all that was written to output channels that were made meanwhile. */
export async function readingChannels(action: () => Thenable<unknown>): Promise<string> {
  const lines: string[] = [];
  const original = window.createOutputChannel;
  const channel: Partial<OutputChannel> = {
    append: (text) => void lines.push(text),
    appendLine: (text) => void lines.push(text),
    show: () => {},
    dispose: () => {},
  };
  Object.assign(window, { createOutputChannel: () => channel });
  try {
    await action();
  } finally {
    Object.assign(window, { createOutputChannel: original });
  }
  return lines.join("\n");
}
