import { libraryPackages, secretVariables } from "../frameworks/index.ts";

/** A text to look for, split before its rarest character: a search for that one is quick. */
interface Needle {
  readonly before: string;
  readonly anchor: string;
}

const NEEDLES: readonly Needle[] = [
  ...[...libraryPackages].map(needle),
  ...[...secretVariables].filter(isShortest).map(needle),
  { before: "uth", anchor: "Options" },
  { before: "uth", anchor: "Config" },
];

/**
 * False for a file that cannot concern an auth library, told without parsing: it names none of the
 * packages, none of their variables, and nothing that is called like their options.
 */
export function mayConfigureAuth(_path: string, text: string): boolean {
  return NEEDLES.some((sought) => includes(text, sought));
}

function includes(text: string, { before, anchor }: Needle): boolean {
  for (let at = text.indexOf(anchor); at >= 0; at = text.indexOf(anchor, at + anchor.length)) {
    if (text.startsWith(before, at - before.length)) return true;
  }
  return false;
}

function needle(text: string): Needle {
  const rare = Math.max(0, text.search(/[@#-]/));
  return { before: text.slice(0, rare), anchor: text.slice(rare) };
}

/** True where no other variable's name is a part of this one. */
function isShortest(name: string): boolean {
  return ![...secretVariables].some((other) => other !== name && name.includes(other));
}
