import type { Framework } from "../frameworks/framework.ts";
import type { Script } from "./script.ts";

/** Reads where an auth library's secrets come from in one source file. Never throws. */
export function readScript(path: string, text: string, _framework: Framework): Script {
  return { path, text, sources: [] };
}

/** False for a file that cannot concern an auth library, told without parsing. */
export function mayConfigureAuth(_path: string, text: string): boolean {
  return text.includes("auth");
}
