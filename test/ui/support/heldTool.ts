import { chmodSync, readFileSync, writeFileSync } from "node:fs";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { runProgram } from "../../support/vscode/program.ts";

/** A stand-in for a deploy tool: it keeps how it was run, says all that it gets, and waits to be let go. */
export class HeldTool {
  readonly #file: string;

  private constructor(file: string) {
    this.#file = file;
  }

  static async put(folder: string, name: string): Promise<HeldTool> {
    const tool = new HeldTool(join(folder, name));
    await runProgram("mkfifo", [tool.gate]);
    writeFileSync(tool.#file, SCRIPT);
    chmodSync(tool.#file, 0o755);
    return tool;
  }

  /** What it opens, and so has in its arguments, once it has read what it is handed. */
  get gate(): string {
    return `${this.#file}.gate`;
  }

  get input(): string {
    return readFileSync(`${this.#file}.input`, "utf8");
  }

  get environment(): string {
    return readFileSync(`${this.#file}.environment`, "utf8");
  }

  async letGo(): Promise<void> {
    await writeFile(this.gate, "");
  }
}

const SCRIPT = `#!/bin/sh
env > "$0.environment"
tee "$0.input"
cat "$0.gate"
`;
