import { type Input, type Parser, type PartialParse, Tree, type TreeFragment } from "@lezer/common";

/** Characters that a parser is handed at a time. */
const CHUNK = 256;
/** Work for a character that is always done. Code, minified code too, mostly asks for a half of it. */
const PER_CHARACTER = 64;
/** Work on top of it before a text is given up: nearly three times what the worst of large bundles asks for. */
const MOST_DEBT = 10_000_000;
/** What a step costs in which the parser looks for a way out of what it cannot read. */
const RECOVERY = 1_500;

/**
 * Parses as long as that takes a reasonable time for so much text. What nobody writes, such as
 * thousands of signs in a row or of brackets within each other, makes the parser look at the same
 * text again and again, or at its whole stack for every character: such a text has no tree, as if
 * it were empty. Work is counted, not timed, so that a text is always read the same.
 */
export function parseWithin(
  parser: Parser,
  text: string,
  fragments: readonly TreeFragment[] = [],
): Tree {
  let work = 0;
  const input: Input = {
    length: text.length,
    lineChunks: false,
    chunk(from) {
      work += CHUNK;
      return text.slice(from, from + CHUNK);
    },
    read: (from, to) => text.slice(from, to),
  };
  const parse = parser.startParse(input, fragments);
  for (let read = 0; ; ) {
    const tree = parse.advance();
    if (tree !== null) return tree;
    const progress = Math.max(0, parse.parsedPos - read);
    read += progress;
    work = Math.max(0, work + costOf(parse) - PER_CHARACTER * progress);
    if (work > MOST_DEBT) return Tree.empty;
  }
}

/** What `@lezer/lr` 1 keeps of a running parse and does not declare. */
interface Running {
  readonly stacks?: readonly { readonly stack: readonly number[] }[];
  readonly recovering?: number;
}

/** A step's cost: its stacks are copied and searched from end to end. */
function costOf(parse: PartialParse & Running): number {
  let cost = parse.recovering ? RECOVERY : 0;
  for (const { stack } of parse.stacks ?? []) cost += stack.length;
  return cost;
}
