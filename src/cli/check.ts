import { statSync } from "node:fs";
import { judgeFolder } from "./judgeFolder.ts";
import { tuneEngine } from "./tuneEngine.ts";
import { oneOf, readArguments, UsageError } from "./usageError.ts";

/** Prints what is wrong below a folder; 1 if anything is at warning or above, otherwise 0. */
export async function check(args: string[]): Promise<number> {
  const { values, positionals } = readArguments({
    args,
    allowPositionals: true,
    options: { format: { type: "string", default: "pretty" } },
  });
  const format = oneOf("--format", values.format, ["pretty", "json"]);
  if (positionals.length > 1) throw new UsageError("check takes one folder");
  const folder = positionals[0] ?? ".";
  assertFolder(folder);
  tuneEngine();
  const { text, unreadable, isSound } = await judgeFolder(folder, format);
  for (const path of unreadable) process.stderr.write(`${path}: not read as text\n`);
  process.stdout.write(text);
  return isSound ? 0 : 1;
}

function assertFolder(folder: string): void {
  const stat = statSync(folder, { throwIfNoEntry: false });
  if (!stat) throw new Error(`${folder} does not exist`);
  if (!stat.isDirectory()) throw new Error(`${folder} is not a folder`);
}
