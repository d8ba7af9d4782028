import { parse } from "./jsonc.ts";

/** What a JSON file says, comments and trailing commas allowed. Never throws. */
export function readJson(text: string): unknown {
  try {
    return parse(text, [], { allowTrailingComma: true });
  } catch (error) {
    // The parser calls itself for every bracket: nobody nests thousands of them.
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}
