/** What a stand-in was run with. */
export interface Recorded {
  readonly argv: readonly string[];
  readonly environment: Readonly<Record<string, string>>;
  readonly folder: string;
  readonly pid: number;
  /** The first piece of standard input, if it came within half a second, which is what Vercel's takes. */
  readonly first: string | null;
  /** All of standard input. */
  readonly input: string;
}

export interface StandIns {
  /** The runs of one of the programs so far, in order. */
  runsOf(name: string): readonly Recorded[];
  /** Resolves when a program has been run once more and has written down how. */
  readonly untilRun: Promise<void>;
}

/**
 * Runs an action while PATH has stand-ins for programs, each of which writes down how it was run and
 * then does what its script says, with `run` in scope. In the Node host only.
 */
export async function withPrograms(
  scripts: Readonly<Record<string, string>>,
  action: (standIns: StandIns) => Promise<void>,
): Promise<void> {
  const fs = await import("node:fs");
  const { tmpdir } = await import("node:os");
  const { join } = await import("node:path");
  const folder = fs.mkdtempSync(join(tmpdir(), "auth-secret-programs-"));
  const records = join(folder, "records");
  fs.mkdirSync(records);
  for (const [name, script] of Object.entries(scripts)) {
    const text = `${RECORDING(name, records)}\n${script}\n}\n`;
    for (const [file, content] of filesOf(name, text)) {
      fs.writeFileSync(join(folder, file), content, { mode: 0o755 });
    }
  }
  let watcher: { close(): void } | undefined;
  const untilRun = new Promise<void>((resolve) => {
    watcher = fs.watch(records, (_, name) => name?.endsWith(".json") && resolve());
  });
  const runsOf = (name: string) =>
    fs
      .readdirSync(records)
      .filter((file) => file.startsWith(`${name}-`) && file.endsWith(".json"))
      .map((file) => JSON.parse(fs.readFileSync(join(records, file), "utf8")))
      .sort((a, b) => a.started - b.started);
  try {
    await withProgramsIn(folder, () => action({ runsOf, untilRun }));
  } finally {
    watcher?.close();
    fs.rmSync(folder, { recursive: true, force: true });
  }
}

/** Moves a stand-in from PATH to a project's own tools, and leaves one on PATH that fails. */
export async function makeLocal(name: string, bin: string): Promise<void> {
  const fs = await import("node:fs");
  const { delimiter, join } = await import("node:path");
  const [onPath = ""] = (process.env["PATH"] ?? "").split(delimiter);
  fs.mkdirSync(bin, { recursive: true });
  for (const [file] of filesOf(name, "")) fs.copyFileSync(join(onPath, file), join(bin, file));
  fs.writeFileSync(join(onPath, name), "#!/usr/bin/env node\nprocess.exitCode = 9;\n");
}

/** A program of Node's, as npm puts it into `.bin`. */
function filesOf(name: string, script: string): readonly (readonly [file: string, text: string])[] {
  const program = [name, `#!/usr/bin/env node\n${script}`] as const;
  if (process.platform !== "win32") return [program];
  return [program, [`${name}.cmd`, `@node "%~dp0${name}" %*\r\n`]];
}

/** Runs an action where no program is found, whatever is installed. */
export async function withoutPrograms<T>(action: () => Promise<T>): Promise<T> {
  return "process" in globalThis ? await withPath("", action) : await action();
}

/** Runs an action where programs of a folder are found before all others; in the Node host only. */
export async function withProgramsIn<T>(folder: string, action: () => Promise<T>): Promise<T> {
  const { delimiter } = await import("node:path");
  return await withPath(`${folder}${delimiter}${process.env["PATH"]}`, action);
}

async function withPath<T>(path: string, action: () => Promise<T>): Promise<T> {
  const before = process.env["PATH"];
  process.env["PATH"] = path;
  try {
    return await action();
  } finally {
    process.env["PATH"] = before;
  }
}

/** Whether there is a process of this number; in the Node host only. */
export function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

/** Written under another name first: a watcher must not see half of it. */
const RECORDING = (name: string, records: string): string => `
const { renameSync, writeFileSync } = require("node:fs");
const started = Date.now();
let first = null;
let input = "";
process.stdin.setEncoding("utf8").on("data", (chunk) => {
  if (input === "" && Date.now() - started < 500) first = chunk;
  input += chunk;
}).on("end", () => {
  const run = { argv: process.argv.slice(2), environment: process.env, folder: process.cwd(),
    pid: process.pid, first, input, started };
  const file = ${JSON.stringify(`${records}/${name}-`)} + process.pid;
  writeFileSync(file, JSON.stringify(run));
  renameSync(file, file + ".json");
  behave(run);
});
function behave(run) {`;
