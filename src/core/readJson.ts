import { parse } from "./jsonc.ts";

/** The parser joins blanks sign by sign: a million in a row would take most of its time and memory. */
const LONG_RUNS = [" ", "\t"].map((blank) => blank.repeat(1000));

/** What a JSON file says, comments and trailing commas allowed. Never throws. */
export function readJson(text: string): unknown {
  return readPlain(text) ?? readTolerantly(text);
}

/** Most files are plain JSON, which engines read many times as fast. */
function readPlain(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function readTolerantly(text: string): unknown {
  try {
    const isBlown = LONG_RUNS.some((run) => text.includes(run));
    const short = isBlown ? text.replace(/[ \t]+/g, " ") : text;
    return parse(short, [], { allowTrailingComma: true });
  } catch (error) {
    // The parser calls itself for every bracket: nobody nests thousands of them.
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}
