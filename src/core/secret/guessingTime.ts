import { type Message, message } from "../message.ts";

/**
 * Guesses a second that are assumed: a few thousand graphics cards on SHA-256, of which a guess at
 * a session token needs a handful (HKDF and HMAC, RFC 5869).
 */
export const GUESSES_PER_SECOND = 1e12;

const YEAR = 365.25 * 24 * 3600;

/** From here on no number says more than the words do: the universe is about 1.4e10 years old. */
const NEVER = 1e10 * YEAR;

const UNITS: readonly (readonly [seconds: number, text: (count: number) => Message])[] = [
  [1e9 * YEAR, (count) => message("about {0} billion years", count)],
  [1e6 * YEAR, (count) => message("about {0} million years", count)],
  [1e3 * YEAR, (count) => message("about {0} thousand years", count)],
  [YEAR, (count) => message("about {0} years", count)],
  [24 * 3600, (count) => message("about {0} days", count)],
  [3600, (count) => message("about {0} hours", count)],
  [60, (count) => message("about {0} minutes", count)],
  [1, (count) => message("about {0} seconds", count)],
];

/** How long finding a secret of so many bits takes on average: half of all guesses. */
export function guessingTime(bits: number): Message {
  const seconds = 2 ** (bits - 1) / GUESSES_PER_SECOND;
  if (seconds >= NEVER) return message("longer than the universe has existed");
  const unit = UNITS.find(([size]) => seconds >= 2 * size);
  if (!unit) return message("no time at all");
  const [size, text] = unit;
  return text(Math.round(seconds / size));
}
