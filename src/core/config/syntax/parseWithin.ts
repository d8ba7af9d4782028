import { type Input, type Parser, Tree } from "@lezer/common";

/** Characters that a parser is handed at a time. */
const CHUNK = 1024;
/** Real files ask for one chunk in every two characters at the most, broken ones for thousands. */
const CHUNKS_PER_CHARACTER = 2;
const ALWAYS = 20_000;

/**
 * Parses as long as the parser does not look at the same text again and again: for what stands on
 * one long line, its time grows with the square of the length. No configuration is written like
 * that, so then there is nothing to be read in it.
 */
export function parseWithin(parser: Parser, text: string): Tree {
  const exhausted = new RangeError("the same text is read again and again");
  let left = ALWAYS + CHUNKS_PER_CHARACTER * text.length;
  const input: Input = {
    length: text.length,
    lineChunks: false,
    chunk(from) {
      if (left-- === 0) throw exhausted;
      return text.slice(from, from + CHUNK);
    },
    read: (from, to) => text.slice(from, to),
  };
  try {
    return parser.parse(input);
  } catch (error) {
    if (error === exhausted) return Tree.empty;
    throw error;
  }
}
