import { alternationBits } from "./alternation.ts";
import { type Chars, isHexadecimal, takeApart, USUAL_LENGTH } from "./chars.ts";
import { cheapest, SHORTEST_TOKEN } from "./cheapest.ts";
import type { PartKind } from "./coders.ts";
import { copyBits } from "./copy.ts";
import { spellingBits } from "./leet.ts";
import { letterCaseBits } from "./letterCase.ts";
import { mashBits } from "./mash.ts";
import { symbolBits } from "./symbols.ts";
import { backwardsBits, textBits } from "./text.ts";
import { kindOfWalk, type Walk, walkBits, walkHits } from "./walk.ts";

/** A stretch of a value and what explains it best. */
export interface Part {
  readonly kind: PartKind;
  readonly start: number;
  readonly end: number;
  /** What a `walk` follows. */
  readonly walk?: Walk;
}

/** The shortest description of a value that we know, in bits, and what it is made of. */
export interface Explanation {
  readonly bits: number;
  readonly parts: readonly Part[];
  /** True where it is worth explaining the value from its end to its start. */
  readonly mayBeBackwards: boolean;
}

/** Letters in no order cost 5.5 bits and more each, a text read in the right direction below 4. */
const BACKWARDS_BITS = 5.2;

/** Working memory for a value, used again for the next one. */
interface Desk {
  readonly walked: Int16Array;
  readonly lanes: Int16Array;
  readonly caseBits: Float64Array;
  readonly spelling: Float64Array;
  readonly symbols: Float64Array;
  readonly text: Float64Array;
  readonly alternation: Float64Array;
  readonly walk: Float64Array;
  readonly weave: Float64Array;
  readonly copy: Float64Array;
  readonly mash: Float64Array;
}

let desk: Desk | undefined;

export function explain(value: string): Explanation {
  const chars = takeApart(value);
  const { walked, caseBits, spelling, symbols, text, walk, copy, ...rest } = deskFor(value.length);
  walkHits(chars, 1, walked);
  letterCaseBits(chars, caseBits);
  spellingBits(chars, caseBits, spelling);
  symbolBits(chars, symbols);
  textBits(chars, spelling, symbols, text);
  walkBits(chars, walked, 1, caseBits, walk);
  copyBits(chars, copy);
  const [alternation, weave] = takesTurns(chars) ? [rest.alternation, rest.weave] : [];
  if (alternation) alternationBits(chars, alternation);
  if (weave) {
    walkHits(chars, 2, rest.lanes);
    walkBits(chars, rest.lanes, 2, caseBits, weave);
  }
  const mash = runsOn(chars) ? rest.mash : undefined;
  if (mash) mashBits(chars, mash);
  const { bits, parts } = cheapest(chars, { caseBits, spelling, symbols }, [
    text,
    alternation,
    walk,
    copy,
    mash,
    weave,
  ]);
  return {
    bits,
    parts: parts.map((part) => withWalk(part, walked)),
    mayBeBackwards: readsAsText(chars) && backwardsBits(chars) < BACKWARDS_BITS,
  };
}

/** The few letters of hexadecimal are common ones: drawn digits too would read as a text, either way. */
function readsAsText(chars: Chars): boolean {
  return chars.length < SHORTEST_TOKEN || !isHexadecimal(chars);
}

/** Where kinds of characters hardly change, or nearly all are letters, nothing takes turns. */
function takesTurns({ length, turns, others }: Chars): boolean {
  return turns * 4 >= length && others * 4 + 2 >= length;
}

/** Where they change at every other character, no hand just hit the keys. */
function runsOn({ length, turns }: Chars): boolean {
  return turns * 20 <= length * 9;
}

function withWalk(part: Part, walked: Int16Array): Part {
  return part.kind === "walk" ? { ...part, walk: kindOfWalk(walked, part.start, part.end) } : part;
}

function deskFor(length: number): Desk {
  if (length > USUAL_LENGTH) return newDesk(length);
  desk ??= newDesk(USUAL_LENGTH);
  return desk;
}

function newDesk(size: number): Desk {
  const row = () => new Float64Array(size);
  return {
    walked: new Int16Array(size),
    lanes: new Int16Array(size),
    caseBits: row(),
    spelling: row(),
    symbols: row(),
    text: row(),
    alternation: row(),
    walk: row(),
    weave: row(),
    copy: row(),
    mash: row(),
  };
}
