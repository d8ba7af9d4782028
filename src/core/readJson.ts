import { parse } from "./jsonc.ts";

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
    return parse(text, [], { allowTrailingComma: true });
  } catch (error) {
    // The parser calls itself for every bracket: nobody nests thousands of them.
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}
