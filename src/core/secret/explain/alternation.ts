import { type Chars, DIGIT, LOWER, SYMBOL, UPPER } from "./chars.ts";
import { countBits } from "./countBits.ts";

/**
 * Counts to begin with, by `(kind before last * 5 + last kind) * 5 + kind`: another kind than the last
 * is likelier, and what is neither letter nor digit hardly comes.
 */
const PRIOR_TURNS = Float64Array.from({ length: 125 }, (_, index) => {
  const kind = index % 5;
  if (kind >= SYMBOL) return 0.04;
  return kind === Math.floor(index / 5) % 5 ? 0.12 : 0.3;
});

/** How often each kind came after each two kinds: counted anew for every value. */
const turns = new Float64Array(125);

/**
 * What each character costs as part of a value that people and language models invent to look
 * random, in bits: letters and digits in turn, letters that walk the alphabet or the keyboard,
 * digits that count, nothing used twice before all was used once. All of it is learnt while coding,
 * so a random value pays for its surprises.
 */
export function alternationBits(chars: Chars, bits: Float64Array): void {
  const isHex = hasHexLetters(chars);
  habitBits(chars, isHex, contextTurns(), bits);
  if (takesTurns(chars)) improve(chars, isHex, bits);
}

/** Shorter values take turns by chance. */
const SHORTEST_IN_TURN = 16;

/** True where letters of one case and digits take turns nearly everywhere. */
function takesTurns({ length, kind, turns: changes }: Chars): boolean {
  if (length < SHORTEST_IN_TURN || changes * 5 < (length - 1) * 4) return false;
  const letters = (kind[0] === DIGIT ? kind[1] : kind[0]) ?? SYMBOL;
  if (letters > UPPER) return false;
  for (let at = 0; at < length; at++) {
    if (kind[at] !== DIGIT && kind[at] !== letters) return false;
  }
  return true;
}

/** Takes the cheapest of three: the habits, strict turns with habits, strict turns with any signs. */
function improve(chars: Chars, isHex: boolean, bits: Float64Array): void {
  const inTurn = new Float64Array(chars.length);
  habitBits(chars, isHex, strictTurns(), inTurn);
  const plain = new Float64Array(chars.length);
  const turn = strictTurns();
  for (let at = 0; at < plain.length; at++) {
    const kind = chars.kind[at] ?? 0;
    plain[at] = turn(kind) + Math.log2(kind === DIGIT ? 10 : isHex ? 6 : 26);
  }
  let least = sumOf(bits, plain.length) - WHICH_BITS;
  for (const other of [inTurn, plain]) {
    const sum = sumOf(other, plain.length);
    if (sum >= least) continue;
    least = sum;
    bits.set(other);
    bits[0] = (bits[0] ?? 0) + WHICH_BITS;
  }
}

/** To say which of them it is. */
const WHICH_BITS = 2;

function sumOf(bits: Float64Array, length: number): number {
  let sum = 0;
  for (let at = 0; at < length; at++) sum += bits[at] ?? 0;
  return sum;
}

/** What the kind of the next character costs, in bits. */
type Turns = (kind: number) => number;

/** By the two kinds before: every habit becomes cheap after a while. */
function contextTurns(): Turns {
  turns.set(PRIOR_TURNS);
  let context = 0;
  return (kind) => {
    const bits = turnBits(context * 5, kind);
    context = (context % 5) * 5 + kind;
    return bits;
  };
}

/** Another kind than the last, as it is nearly everywhere. */
function strictTurns(): Turns {
  let [changed, same, last] = [4, 0.4, -1];
  return (kind) => {
    const isFirst = last < 0;
    const isChange = kind !== last;
    last = kind;
    if (isFirst) return 1;
    const bits = Math.log2((changed + same) / (isChange ? changed : same));
    if (isChange) changed++;
    else same++;
    return bits;
  };
}

function habitBits(chars: Chars, isHex: boolean, turnOf: Turns, bits: Float64Array): void {
  const letters = isHex ? chain(6, 2) : chain(26, 10);
  const digits = chain(10, 3);
  for (let at = 0; at < chars.length; at++) {
    const kind = chars.kind[at] ?? 0;
    const turn = turnOf(kind);
    if (kind === LOWER || kind === UPPER) {
      bits[at] =
        turn + chainBits(letters, chars.letter[at] ?? 0, isHex ? undefined : KEYBOARD_RIGHT);
    } else if (kind === DIGIT) {
      bits[at] = turn + chainBits(digits, (chars.code[at] ?? 48) - 48, undefined);
    } else bits[at] = turn + (kind === SYMBOL ? 5.1 : 8);
  }
}

/** As hexadecimal has, but with accents too. */
function hasHexLetters({ length, kind, letter }: Chars): boolean {
  for (let at = 0; at < length; at++) {
    if (kind[at] !== DIGIT && ((letter[at] ?? -1) < 0 || (letter[at] ?? 0) > 5)) return false;
  }
  return true;
}

/** The kind of a character after the two kinds before: strict habits become cheap quickly. */
function turnBits(start: number, kind: number): number {
  let total = 0;
  for (let other = start; other < start + 5; other++) total += turns[other] ?? 0;
  const seen = turns[start + kind] ?? 0.3;
  turns[start + kind] = seen + 1;
  return Math.log2(total / seen);
}

/** The letter to the right on a qwerty keyboard, the next row after the last. */
const KEYBOARD_RIGHT = rightNeighbours("qwertyuiopasdfghjklzxcvbnm");

function rightNeighbours(keys: string): Int8Array {
  const right = new Int8Array(26);
  for (let at = 0; at < 26; at++) {
    right[keys.charCodeAt(at) - 97] = keys.charCodeAt((at + 1) % 26) - 97;
  }
  return right;
}

/** What is known of a chain of signs below `size`: sets of signs are bit masks. */
interface Chain {
  readonly size: number;
  /** The last few different signs, the newest at `newest`; -1 where there is none yet. */
  readonly recent: Int8Array;
  newest: number;
  recentMask: number;
  recentCount: number;
  last: number;
  step: number;
  /** How often a sign was guessed, was one of the recent ones, or was another. */
  guessed: number;
  repeated: number;
  other: number;
}

function chain(size: number, memory: number): Chain {
  return {
    size,
    recent: new Int8Array(memory).fill(-1),
    newest: 0,
    recentMask: 0,
    recentCount: 0,
    last: -1,
    step: 1,
    guessed: 0.5,
    repeated: 0.3,
    other: 2.2,
  };
}

/** Codes "the next one in order", "one of the last few again" or any of the rest, and learns. */
function chainBits(state: Chain, sign: number, right: Int8Array | undefined): number {
  const { size, last } = state;
  if (last < 0) return remember(state, sign, Math.log2(size));
  let guesses = (1 << ((last + 1) % size)) | (1 << ((last + state.step) % size));
  if (right) guesses |= 1 << (right[last] ?? 0);
  const guessCount = countBits(guesses);
  const againCount = state.recentCount - countBits(state.recentMask & guesses);
  const total = state.guessed + (againCount > 0 ? state.repeated : 0) + state.other;
  const own = 1 << sign;
  if (guesses & own) {
    const bits = Math.log2((total * guessCount) / state.guessed);
    state.guessed++;
    return remember(state, sign, bits);
  }
  if (state.recentMask & own) {
    const bits = Math.log2((total * againCount) / state.repeated);
    state.repeated++;
    return remember(state, sign, bits);
  }
  const bits = Math.log2((total * (size - guessCount - againCount)) / state.other);
  state.other++;
  return remember(state, sign, bits);
}

function remember(state: Chain, sign: number, bits: number): number {
  if (state.last >= 0) state.step = (sign - state.last + state.size) % state.size;
  state.last = sign;
  if ((state.recentMask & (1 << sign)) === 0) {
    state.newest = (state.newest + 1) % state.recent.length;
    const forgotten = state.recent[state.newest] ?? -1;
    if (forgotten >= 0) state.recentMask &= ~(1 << forgotten);
    else state.recentCount++;
    state.recent[state.newest] = sign;
    state.recentMask |= 1 << sign;
  }
  return bits;
}
