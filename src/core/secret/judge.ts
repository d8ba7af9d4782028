import { type Message, message } from "../message.ts";
import { isCommand } from "./command.ts";
import { originOf } from "./origin.ts";
import { isPlaceholder } from "./placeholder.ts";
import { publishedReason } from "./published.ts";
import { withoutQuotes } from "./quotes.ts";
import { isReference } from "./reference.ts";
import { shapeOf } from "./shape.ts";
import type { Verdict, VerdictKind } from "./verdict.ts";

export { judgeSteps } from "./judgeSteps.ts";
export type { Verdict, VerdictKind } from "./verdict.ts";

/** What is longer than this many characters is judged by its beginning. */
const LONGEST = 65_536;

/** To try all of a list of ten thousand: attackers' lists are longer, but ordered. */
const PUBLISHED_BITS = 13;

/** Judges a value exactly as the program gets it: quotes around it change nothing. Never throws. */
export function judge(quoted: string): Verdict {
  const labelled = withoutQuotes(quoted).slice(0, LONGEST);
  if (labelled.trim() === "") return known("empty", labelled, message("nothing is there"));
  const value = withoutLabel(labelled);
  if (value === labelled && isReference(value)) {
    return known("reference", value, message("the place of a secret"));
  }
  if (isCommand(value)) {
    return known("command", value, message("a command, which nothing runs here"));
  }
  const published = publishedReason(value);
  if (published) {
    const { encoding, bytes } = shapeOf(value);
    return { kind: "published", bits: PUBLISHED_BITS, encoding, bytes, reasons: [published] };
  }
  const origin = originOf(value);
  // A random value may hold such a word by chance, so only what people write is asked.
  const isWritten = origin.kind === "passphrase" || (origin.kind === "short" && isPlain(value));
  if (!isWritten || !isPlaceholder(value)) return origin;
  return { ...origin, kind: "placeholder", reasons: [message("a text that asks to be replaced")] };
}

/** A name of the encoding before the value, as Laravel's `base64:` is: no part of the secret. */
const LABEL = /^(?:base64(?:url)?|b64|base32|hex(?:adecimal)?):(?=[\w+/=-]+$)/i;

function withoutLabel(value: string): string {
  return value.replace(LABEL, "");
}

function known(kind: VerdictKind, value: string, reason: Message): Verdict {
  return { kind, bits: 0, encoding: "text", bytes: shapeOf(value).bytes, reasons: [reason] };
}

/** True for letters of one case without digits: no generator of ours or of others makes those. */
function isPlain(value: string): boolean {
  return !/\d/.test(value) && (value === value.toLowerCase() || value === value.toUpperCase());
}
