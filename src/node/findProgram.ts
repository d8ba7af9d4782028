import { constants } from "node:fs";
import { access, stat } from "node:fs/promises";
import { delimiter, dirname, isAbsolute, join } from "node:path";
import { platform } from "node:process";

type Environment = Readonly<Record<string, string | undefined>>;

/** The folders that programs are looked for in: a project's own tools first, as npm does. */
export function searchFolders(folder: string, environment: Environment): readonly string[] {
  const own: string[] = [];
  for (let at = folder; ; at = dirname(at)) {
    own.push(join(at, "node_modules", ".bin"));
    if (dirname(at) === at) break;
  }
  const named = Object.keys(environment).find((name) => name.toUpperCase() === "PATH");
  const path = named === undefined ? "" : (environment[named] ?? "");
  // A relative entry, or an empty one, would mean the folder that is worked in.
  return [...own, ...path.split(delimiter).filter(isAbsolute)];
}

/** The file of the first program of these names, or undefined where no folder has one. */
export async function findProgram(
  names: readonly string[],
  folders: readonly string[],
): Promise<string | undefined> {
  for (const name of names) {
    for (const folder of folders) {
      for (const ending of endings()) {
        const file = join(folder, name + ending);
        if (await isProgram(file)) return file;
      }
    }
  }
  return undefined;
}

/** On Windows the ending tells what can be run; of its list those that are no scripts of old. */
function endings(): readonly string[] {
  return platform === "win32" ? [".exe", ".com", ".cmd", ".bat"] : [""];
}

async function isProgram(file: string): Promise<boolean> {
  try {
    if (!(await stat(file)).isFile()) return false;
    await access(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
