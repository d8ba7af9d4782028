import type { Message } from "../message.ts";
import type { ConfigKind } from "./configFile.ts";
import { takeOut } from "./remedies.ts";

/** The remedy of a platform that gets its secrets in another way, which is said. */
export function takingOut(instead: (variable: string) => Message): ConfigKind["remedy"] {
  return (entry, text) => takeOut(entry, text, instead(entry.name));
}
