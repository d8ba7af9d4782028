import { type Chars, DIGIT, UPPER } from "./chars.ts";
import { countBits } from "./countBits.ts";

/** One of the tracks goes on. */
const CONTINUE_BITS = 0.6;
/** To step onto a track, any family in either direction: before a walk, and off another one. */
const ENTER_BITS = 4.5;
const CHANGE_BITS = 6.9;
/** A sign that is not the next on any track. */
const MISS_BITS = 8.2;
/** The same for what is neither letter nor digit: no walk leads there, and there are many. */
const OTHER_BITS = 8;

/**
 * Orders that fingers and minds run along, forwards or backwards, in families that go much the same
 * way: the alphabet and the digits; rows of the qwerty, qwertz and azerty layouts; dvorak's; columns;
 * the numeric pad; the signs above the digits.
 */
const FAMILIES: readonly (readonly string[])[] = [
  ["abcdefghijklmnopqrstuvwxyzabc", "01234567890123", "0123456789abcdef0123"],
  [
    "1234567890qwertyuiopasdfghjklzxcvbnm,./",
    "qwertyuiop[]",
    "asdfghjkl;'",
    "qwertzuiopasdfghjklyxcvbnm",
    "qwfpgjluyarstdhneiozxcvbkm",
    "azertyuiopqsdfghjklmwxcvbn",
  ],
  ["pyfgcrlaoeuidhtnsqjkxbmwvz"],
  [
    "1qaz2wsx3edc4rfv5tgb6yhn7ujm8ik,9ol.0p;/",
    "1qa2ws3ed4rf5tg6yh7uj8ik9ol0p",
    "!qaz@wsx#edc$rfv%tgb^yhn&ujm*ik",
    "zaq1xsw2cde3vfr4bgt5nhy6mju7",
  ],
  ["7894561230", "147258369", "741852963", "1236987410"],
  ["!@#$%^&*()_+"],
];

/** The bit of "the same sign again"; then two bits for each family, forwards and backwards. */
const SAME = 1;
const SEQUENCE = 2 | 4;

let hits: Int16Array | undefined;

/** For each pair of ASCII signs, `first * 128 + second`: the bits of what leads to the second. */
function trackHits(): Int16Array {
  if (hits) return hits;
  const built = new Int16Array(128 * 128);
  FAMILIES.forEach((tracks, index) => {
    for (const track of tracks) layTrack(built, track, 2 << (2 * index));
  });
  for (let sign = 0; sign < 128; sign++) built[sign * 129] = SAME;
  hits = built;
  return built;
}

function layTrack(built: Int16Array, track: string, forwards: number): void {
  for (let at = 1; at < track.length; at++) {
    const [from, to] = [track.charCodeAt(at - 1), track.charCodeAt(at)];
    built[from * 128 + to] = (built[from * 128 + to] ?? 0) | forwards;
    built[to * 128 + from] = (built[to * 128 + from] ?? 0) | (forwards << 1);
  }
}

/** What leads to each character from the one `lag` before it, as bits; 0 where nothing does. */
export function walkHits({ length, code, kind }: Chars, lag: number, result: Int16Array): void {
  const tracks = trackHits();
  result.fill(0, 0, lag);
  for (let at = lag; at < length; at++) {
    const from = (code[at - lag] ?? 0) | (kind[at - lag] === UPPER ? 32 : 0);
    const to = (code[at] ?? 0) | (kind[at] === UPPER ? 32 : 0);
    result[at] = from < 128 && to < 128 ? (tracks[from * 128 + to] ?? 0) : 0;
  }
}

/**
 * What each character costs as the next one of a walk, in bits. With a `lag` of 2 two walks take
 * turns: `1f2e3d4c`.
 */
export function walkBits(
  { length, kind }: Chars,
  walked: Int16Array,
  lag: number,
  caseBits: Float64Array,
  bits: Float64Array,
): void {
  for (let at = 0; at < length; at++) {
    const hit = walked[at] ?? 0;
    // A walk may pause for two steps: `aaabbbccc` walks and repeats in turn.
    const before = at >= lag ? (walked[at - lag] ?? 0) : 0;
    const active =
      before |
      (at >= 2 * lag ? (walked[at - 2 * lag] ?? 0) : 0) |
      (at >= 3 * lag ? (walked[at - 3 * lag] ?? 0) : 0);
    const going = hit & active;
    if (hit === 0) bits[at] = (kind[at] ?? 0) > DIGIT ? MISS_BITS + OTHER_BITS : MISS_BITS;
    else if (going === 0)
      bits[at] = (active === 0 ? ENTER_BITS : CHANGE_BITS) + (caseBits[at] ?? 0);
    // Each way that is open is as likely, and more than one can lead to this sign.
    else bits[at] = CONTINUE_BITS + Math.log2(countBits(active) / countBits(going));
  }
}

export type Walk = "same" | "sequence" | "keyboard";

/** What most steps of a walk follow. */
export function kindOfWalk(walked: Int16Array, start: number, end: number): Walk {
  let same = 0;
  let sequence = 0;
  for (let at = start + 1; at < end; at++) {
    const hit = walked[at] ?? 0;
    if ((hit & SAME) !== 0) same++;
    else if ((hit & SEQUENCE) !== 0) sequence++;
  }
  const half = (end - start - 1) / 2;
  if (same > half) return "same";
  return same + sequence > half ? "sequence" : "keyboard";
}
