/** Random content written in groups, without what stands between them. */
export interface Grouped {
  readonly text: string;
  /** True for numbers: the text is their hexadecimal, not what the value shows. */
  readonly isList: boolean;
}

/** A row of fewer numbers is a version, a date or an address. */
const FEWEST_NUMBERS = 8;
const FEWEST_GROUPS = 3;
const LONGEST_GROUP = 8;

const LIST = /^[[({]?(?:[\s,;:-]|(?:0x|\\x)?[0-9a-f]{1,3}(?![0-9a-f]))+[\])}]?$/i;

/** The content of `aa:bb:…`, `[12, 255, …]`, `\x41\x42…` and `ABCD-EFGH-…`; undefined for others. */
export function ungrouped(value: string): Grouped | undefined {
  const text = groupsOf(value);
  if (text !== undefined) return { text, isList: false };
  const list = listOf(value);
  return list === undefined ? undefined : { text: list, isList: true };
}

/** Letters and digits in groups of one length, with the same sign between all of them. */
function groupsOf(value: string): string | undefined {
  let width = 0;
  while (width <= LONGEST_GROUP && isLetterOrDigit(value.charCodeAt(width))) width++;
  if (width < 2 || width > LONGEST_GROUP || value.startsWith("0x")) return undefined;
  const separator = value.charAt(width);
  if (!"-:_ .".includes(separator) || separator === "") return undefined;
  for (let at = 0; at < value.length; at++) {
    const isBetween = at % (width + 1) === width;
    const fits = isBetween ? value.charAt(at) === separator : isLetterOrDigit(value.charCodeAt(at));
    if (!fits) return undefined;
  }
  const groups = value.split(separator);
  const isWhole = groups[groups.length - 1]?.length === width;
  return isWhole && groups.length >= FEWEST_GROUPS ? groups.join("") : undefined;
}

/** The hexadecimal of a list of bytes: decimal, or hexadecimal with its sign or with letters. */
function listOf(value: string): string | undefined {
  if (!LIST.test(value)) return undefined;
  const items = value.toLowerCase().match(/[0-9a-f]+(?!x)/g) ?? [];
  if (items.length < FEWEST_NUMBERS) return undefined;
  const isHex = /x|[a-f]/i.test(value);
  if (isHex) return items.every((item) => item.length === 2) ? items.join("") : undefined;
  const numbers = items.map(Number);
  if (numbers.some((number) => number > 255)) return undefined;
  return numbers.map((number) => number.toString(16).padStart(2, "0")).join("");
}

function isLetterOrDigit(unit: number): boolean {
  return (unit >= 48 && unit < 58) || (unit >= 65 && unit < 91) || (unit >= 97 && unit < 123);
}
