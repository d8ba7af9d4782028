import { countBits } from "./alternation.ts";
import { type Chars, UPPER } from "./chars.ts";

/** A predicted sign that is not the next on any track. */
const MISS_BITS = 12;
/** To step onto a track: any of some two dozen, in either direction. */
const ENTER_BITS = 4.5;

/**
 * Orders that fingers and minds run along, forwards or backwards: the alphabet, the digits, rows and
 * columns of the qwerty, qwertz, azerty and dvorak layouts, and of the numeric pad.
 */
const TRACKS: readonly string[] = [
  "abcdefghijklmnopqrstuvwxyzabc",
  "01234567890123",
  "0123456789abcdef0123",
  "qwertyuiopasdfghjklzxcvbnm",
  "1234567890qwertyuiop",
  "qwertyuiop[]",
  "asdfghjkl;'",
  "zxcvbnm,./",
  "qwertzuiopasdfghjklyxcvbnm",
  "azertyuiopqsdfghjklmwxcvbn",
  "pyfgcrlaoeuidhtnsqjkxbmwvz",
  "1qaz2wsx3edc4rfv5tgb6yhn7ujm8ik,9ol.0p;/",
  "1qa2ws3ed4rf5tg6yh7uj8ik9ol0p",
  "zaq1xsw2cde3vfr4bgt5nhy6mju7",
  "789456123",
  "147258369",
  "741852963",
  "!@#$%^&*()_+",
];

/** How many of the tracks are plain sequences; the rest are keyboards. */
const SEQUENCES = 3;
/** The bit of "the same sign again". */
const SAME = 1;

let hits: Int32Array | undefined;

/** For each pair of ASCII signs, `first * 128 + second`: a bit for every track it follows. */
function trackHits(): Int32Array {
  if (hits) return hits;
  const built = new Int32Array(128 * 128);
  TRACKS.forEach((track, index) => {
    for (let at = 1; at < track.length; at++) {
      const [from, to] = [track.charCodeAt(at - 1), track.charCodeAt(at)];
      built[from * 128 + to] = (built[from * 128 + to] ?? 0) | (2 << index);
      built[to * 128 + from] = (built[to * 128 + from] ?? 0) | (2 << index);
    }
  });
  for (let sign = 0; sign < 128; sign++) built[sign * 129] = SAME;
  hits = built;
  return built;
}

/** Which tracks lead from the character before to this one, as bits; 0 at the start. */
export function walkHits({ length, code, kind }: Chars, result: Int32Array): void {
  const tracks = trackHits();
  result[0] = 0;
  const folded = (at: number) => (code[at] ?? 0) | (kind[at] === UPPER ? 32 : 0);
  for (let at = 1; at < length; at++) {
    const [from, to] = [folded(at - 1), folded(at)];
    result[at] = from < 128 && to < 128 ? (tracks[from * 128 + to] ?? 0) : 0;
  }
}

/** What each character costs as the next one of a walk, in bits. */
export function walkBits(
  { length }: Chars,
  walked: Int32Array,
  caseBits: Float64Array,
  bits: Float64Array,
): void {
  let active = 0;
  let before = 0;
  for (let at = 0; at < length; at++) {
    const hit = walked[at] ?? 0;
    // A track pauses for one step: `aabbcc` walks the alphabet and repeats in turn.
    active |= before;
    before = hit;
    if (hit === 0) bits[at] = MISS_BITS;
    // Each running track goes on in one direction or the other.
    else if ((hit & active) === 0) bits[at] = ENTER_BITS + (caseBits[at] ?? 0);
    else bits[at] = 0.3 + Math.log2(countBits(active)) + (caseBits[at] ?? 0);
    active = hit;
  }
}

export type Walk = "same" | "sequence" | "keyboard";

/** What most steps of a walk follow. */
export function kindOfWalk(walked: Int32Array, start: number, end: number): Walk {
  let same = 0;
  let sequence = 0;
  for (let at = start + 1; at < end; at++) {
    const hit = walked[at] ?? 0;
    if ((hit & SAME) !== 0) same++;
    else if ((hit & ((2 << SEQUENCES) - 2)) !== 0) sequence++;
  }
  const half = (end - start - 1) / 2;
  if (same > half) return "same";
  return same + sequence > half ? "sequence" : "keyboard";
}
