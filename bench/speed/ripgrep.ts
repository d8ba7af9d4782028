import { resolve } from "node:path";
import type { Program } from "./process.ts";

const NAMES = "AUTH_SECRET|NEXTAUTH_SECRET|BETTER_AUTH_SECRET";

/** Searches all files of a folder for the names of the secrets: every byte is looked at once. */
export function ripgrep(folder: string): Program {
  const platform = `${process.platform}-${process.arch}`;
  const ending = process.platform === "win32" ? ".exe" : "";
  const program = `bench/node_modules/@vscode/ripgrep-universal/bin/${platform}/rg${ending}`;
  return { command: resolve(program), args: ["-c", "--hidden", "--no-ignore", NAMES, folder] };
}
