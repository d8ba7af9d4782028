import { type Message, message } from "../message.ts";
import { decodeBase32, decodeBase64, decodeHex, readableText } from "./decode.ts";

/** A text that a value may hide, and what it costs to say how it is hidden, in bits. */
export interface Hidden {
  readonly text: string;
  readonly bits: number;
  readonly reason: Message;
}

/** Shorter ones hide nothing: every four signs of base64 are three bytes of something. */
const SHORTEST = 6;

/** What a value is in disguise: an encoding of readable text, or a text written backwards. */
export function hiddenText(value: string, mayBeBackwards: boolean): Hidden | undefined {
  if (value.length < SHORTEST) return undefined;
  return (
    hidden(decodeHex(value), 6, message("hexadecimal of readable text")) ??
    hidden(decodeBase64(value), 7, message("base64 of readable text")) ??
    hidden(decodeBase32(value), 9, message("base32 of readable text")) ??
    hidden(unescaped(value), 4, message("URL-encoded text")) ??
    (mayBeBackwards ? backwards(value) : undefined)
  );
}

function hidden(bytes: Uint8Array | undefined, bits: number, reason: Message): Hidden | undefined {
  const text = bytes && readableText(bytes);
  return text ? { text, bits, reason } : undefined;
}

function backwards(value: string): Hidden {
  return { text: [...value].reverse().join(""), bits: 5, reason: message("written backwards") };
}

/** The bytes behind `%41%42`, undefined where nothing is escaped or something is escaped wrongly. */
function unescaped(value: string): Uint8Array | undefined {
  if (!value.includes("%") || /%(?![0-9a-fA-F]{2})|[^ -~]/.test(value)) return undefined;
  const text = value.replace(/%(..)/g, (_, pair: string) =>
    String.fromCharCode(Number.parseInt(pair, 16)),
  );
  return Uint8Array.from(text, (char) => char.charCodeAt(0));
}
