import { type Chars, DIGIT, FOREIGN, LOWER, SYMBOL, UPPER } from "./chars.ts";

/**
 * What each character costs as part of a value that people and language models invent to look
 * random, in bits: letters and digits in turn, letters that walk the alphabet or the keyboard,
 * digits that count, nothing used twice before all was used once. All of it is learnt while coding,
 * so a random value pays for its surprises.
 */
export function alternationBits(chars: Chars): Float64Array {
  const bits = new Float64Array(chars.length);
  const turn = turnModel();
  const letters = chainModel(
    isHexadecimal(chars) ? 6 : 26,
    isHexadecimal(chars) ? 2 : 10,
    LETTER_STEPS,
  );
  const digits = chainModel(10, 3, DIGIT_STEPS);
  for (let at = 0; at < chars.length; at++) {
    const kind = chars.kind[at] ?? FOREIGN;
    let cost = turn(kind);
    if (kind === LOWER || kind === UPPER) cost += letters(chars.letter[at] ?? 0);
    else if (kind === DIGIT) cost += digits((chars.code[at] ?? 48) - 48);
    else cost += kind === SYMBOL ? 5.1 : 8;
    bits[at] = cost;
  }
  return bits;
}

function isHexadecimal({ length, kind, letter }: Chars): boolean {
  for (let at = 0; at < length; at++) {
    if (kind[at] !== DIGIT && ((letter[at] ?? -1) < 0 || (letter[at] ?? 0) > 5)) return false;
  }
  return true;
}

/** Which kind of character comes after the two kinds before: strict habits become cheap quickly. */
function turnModel(): (kind: number) => number {
  const counts = new Float64Array(125).fill(0.25);
  let context = 0;
  return (kind) => {
    let total = 0;
    for (let other = 0; other < 5; other++) total += counts[context * 5 + other] ?? 0;
    const index = context * 5 + kind;
    const seen = counts[index] ?? 0.25;
    counts[index] = seen + 1;
    context = (context % 5) * 5 + kind;
    return Math.log2(total / seen);
  };
}

/** Guesses the next sign of a chain from the last one and the step before, modulo the alphabet. */
type Steps = (last: number, step: number, size: number) => readonly number[];

const KEYBOARD = "qwertyuiopasdfghjklzxcvbnm";

const LETTER_STEPS: Steps = (last, step, size) => {
  const right =
    KEYBOARD.charCodeAt((KEYBOARD.indexOf(String.fromCharCode(last + 97)) + 1) % 26) - 97;
  return [(last + 1) % size, (last + step) % size, right];
};
const DIGIT_STEPS: Steps = (last, step) => [(last + step) % 10, (last + 1) % 10];

/**
 * Codes a chain of signs: "as guessed", "one of the last few again", or any of the rest; how often
 * each happens is learnt.
 */
function chainModel(size: number, memory: number, steps: Steps): (sign: number) => number {
  const recent: number[] = [];
  const seen = [0.5, 0.3, 2.2];
  let step = 1;
  return (sign) => {
    const last = recent.at(-1);
    const guesses = last === undefined ? [] : unique(steps(last, step, size));
    const again = recent.filter((other) => !guesses.includes(other));
    const event = guesses.includes(sign) ? 0 : again.includes(sign) ? 1 : 2;
    const choices = [guesses.length, again.length, size - guesses.length - again.length];
    let total = 0;
    for (let other = 0; other < 3; other++) total += choices[other] ? (seen[other] ?? 0) : 0;
    const bits = Math.log2((total * (choices[event] ?? 1)) / (seen[event] ?? 1));
    if (last !== undefined) seen[event] = (seen[event] ?? 0) + 1;
    if (last !== undefined) step = (sign - last + size) % size;
    if (recent.includes(sign)) recent.splice(recent.indexOf(sign), 1);
    recent.push(sign);
    if (recent.length > memory) recent.shift();
    return bits;
  };
}

function unique(signs: readonly number[]): number[] {
  return signs.filter((sign, at) => signs.indexOf(sign) === at);
}
