import { alternationBits } from "./alternation.ts";
import { type Chars, takeApart } from "./chars.ts";
import { cheapest } from "./cheapest.ts";
import type { PartKind } from "./coders.ts";
import { copyBits } from "./copy.ts";
import { letterCaseBits } from "./letterCase.ts";
import { mashBits } from "./mash.ts";
import { backwardsBits, textBits } from "./text.ts";
import { walkBits, walkHits } from "./walk.ts";

/** A stretch of a value and what explains it best. */
export interface Part {
  readonly kind: PartKind;
  readonly start: number;
  readonly end: number;
}

/** The shortest description of a value that we know, in bits, and what it is made of. */
export interface Explanation {
  readonly bits: number;
  readonly parts: readonly Part[];
  readonly chars: Chars;
  /** Bit masks of the tracks walked, per character: see `walk.ts`. */
  readonly walked: Int32Array;
}

/** Working memory for values of up to so many characters, used again for the next value. */
interface Desk {
  readonly size: number;
  readonly caseBits: Float64Array;
  readonly text: Float64Array;
  readonly alternation: Float64Array;
  readonly walk: Float64Array;
  readonly copy: Float64Array;
  readonly mash: Float64Array;
}

let desk: Desk | undefined;

export function explain(value: string): Explanation {
  const chars = takeApart(value);
  const { caseBits, text, alternation, walk, copy, mash } = deskFor(value.length);
  const walked = walkHits(chars);
  letterCaseBits(chars, caseBits);
  textBits(chars, caseBits, text);
  alternationBits(chars, alternation);
  walkBits(chars, walked, caseBits, walk);
  copyBits(chars, copy);
  mashBits(chars, mash);
  return { ...cheapest(chars, caseBits, [text, alternation, walk, copy, mash]), chars, walked };
}

/** True where a value may be a text written backwards: then it is worth explaining so. */
export function mayBeBackwards({ chars }: Explanation): boolean {
  return backwardsBits(chars) < 4.6;
}

function deskFor(length: number): Desk {
  if (!desk || desk.size < length) {
    const size = Math.max(128, length);
    const row = () => new Float64Array(size);
    desk = {
      size,
      caseBits: row(),
      text: row(),
      alternation: row(),
      walk: row(),
      copy: row(),
      mash: row(),
    };
  }
  return desk;
}
