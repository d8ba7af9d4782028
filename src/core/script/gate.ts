import { legacyUrlVariables, libraryPackages, variableParts } from "../frameworks/index.ts";
import { holds, type Needle, needle } from "./search.ts";

const NEEDLES: readonly Needle[] = [
  ...[...libraryPackages].map(needle),
  ...variableParts.map(needle),
  ...legacyUrlVariables.map(needle),
  { before: "uth", anchor: "Options" },
  { before: "uth", anchor: "Config" },
  { before: "uth", anchor: "Secret" },
];

/**
 * False for a file that cannot concern an auth library, told without parsing: it names none of the
 * packages, none of their variables, and nothing that is called like their options.
 */
export function mayConfigureAuth(_path: string, text: string): boolean {
  return NEEDLES.some((sought) => holds(text, sought));
}
