import * as vscode from "vscode";

/**
 * What the program that was run last has printed, in a channel of its own: the log holds nobody
 * else's text. Who writes a line has taken secrets out of it.
 */
export class ProgramOutput implements vscode.Disposable {
  #channel: vscode.OutputChannel | undefined;

  dispose(): void {
    this.#channel?.dispose();
  }

  /** Begins anew for a program of this name. */
  begin(name: string): void {
    this.#channel?.dispose();
    this.#channel = vscode.window.createOutputChannel(`Auth Secret: ${name}`);
  }

  write(line: string): void {
    this.#channel?.appendLine(line);
  }

  show(): void {
    this.#channel?.show();
  }
}
