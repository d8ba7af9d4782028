import { resolve } from "node:path";
import { measure, type Run } from "./process.ts";

const NAMES = "AUTH_SECRET|NEXTAUTH_SECRET|BETTER_AUTH_SECRET";

/** Searches all files of a folder for the names of the secrets: every byte is looked at once. */
export function ripgrep(folder: string): Run {
  const platform = `${process.platform}-${process.arch}`;
  const ending = process.platform === "win32" ? ".exe" : "";
  const program = `bench/node_modules/@vscode/ripgrep-universal/bin/${platform}/rg${ending}`;
  return measure(resolve(program), ["-c", "--hidden", "--no-ignore", NAMES, folder], 7);
}
