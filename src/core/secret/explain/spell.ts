import type { Chars } from "./chars.ts";
import { childOf, lexicon, nodeOfPair } from "./lexicon.ts";

/** What naming a word of each tier costs; index 0 is no word. */
const TIER_BITS = [0, 9, 11, 12.5, 14.2] as const;

const LETTER_I = 8;
const LETTER_L = 11;

/** Words found from one position: ends and costs, filled anew by each {@link spell}. */
export interface Spelled {
  count: number;
  readonly ends: Int32Array;
  readonly bits: Float64Array;
}

/** The longest word has 15 letters, but `1` can be read in two ways. */
export function spelled(): Spelled {
  return { count: 0, ends: new Int32Array(64), bits: new Float64Array(64) };
}

/** Finds every dictionary word that can be read from `start` on, leet included. */
export function spell(chars: Chars, spelling: Float64Array, start: number, found: Spelled): void {
  found.count = 0;
  const { letter, leet, length } = chars;
  const first = letter[start] ?? -1;
  if (first < 0 && (leet[start] ?? -1) < 0) return;
  const second = start + 1 < length ? (letter[start + 1] ?? -1) : -1;
  if (first < 0 || second < 0) {
    follow(chars, spelling, start, 0, 0, found);
    return;
  }
  const tree = lexicon();
  const node = nodeOfPair(tree, first, second);
  if (node === 0) return;
  const bits = (spelling[start] ?? 0) + (spelling[start + 1] ?? 0);
  note(tree.tier[node] ?? 0, start + 2, bits, found);
  follow(chars, spelling, start + 2, node, bits, found);
}

/** Goes on below a node from `start`. */
function follow(
  chars: Chars,
  spelling: Float64Array,
  start: number,
  root: number,
  spent: number,
  found: Spelled,
): void {
  const tree = lexicon();
  let node = root;
  let bits = spent;
  for (let at = start; at < chars.length; at++) {
    const letter = chars.letter[at] ?? -1;
    const wanted = letter >= 0 ? letter : (chars.leet[at] ?? -1);
    if (wanted < 0) return;
    bits += spelling[at] ?? 0;
    if (letter < 0 && wanted === LETTER_I) {
      const other = childOf(tree, node, LETTER_L);
      if (other > 0) arriveAt(chars, spelling, at + 1, other, bits, found);
    }
    node = childOf(tree, node, wanted);
    if (node === 0) return;
    note(tree.tier[node] ?? 0, at + 1, bits, found);
  }
}

function arriveAt(
  chars: Chars,
  spelling: Float64Array,
  at: number,
  node: number,
  bits: number,
  found: Spelled,
): void {
  note(lexicon().tier[node] ?? 0, at, bits, found);
  follow(chars, spelling, at, node, bits, found);
}

function note(tier: number, end: number, bits: number, found: Spelled): void {
  if (tier === 0 || found.count >= found.ends.length) return;
  found.ends[found.count] = end;
  found.bits[found.count] = bits + (TIER_BITS[tier] ?? 14);
  found.count++;
}
