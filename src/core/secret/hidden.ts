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

/** What a value may be in disguise: an encoding of readable text, or written backwards. */
export function hiddenTexts(value: string): readonly Hidden[] {
  if (value.length < SHORTEST) return [];
  const hidden: Hidden[] = [];
  const offer = (text: string | undefined, bits: number, reason: Message) => {
    if (text !== undefined && text !== "") hidden.push({ text, bits, reason });
  };
  offer(decoded(decodeHex(value)), 5, message("hexadecimal of readable text"));
  offer(decoded(decodeBase64(value)), 4, message("base64 of readable text"));
  offer(decoded(decodeBase32(value)), 7, message("base32 of readable text"));
  offer(unescaped(value), 4, message("URL-encoded text"));
  offer([...value].reverse().join(""), 5, message("written backwards"));
  return hidden;
}

function decoded(bytes: Uint8Array | undefined): string | undefined {
  return bytes && readableText(bytes);
}

function unescaped(value: string): string | undefined {
  if (!value.includes("%") || /%(?![0-9a-fA-F]{2})/.test(value)) return undefined;
  const bytes = value.replace(/%(..)/g, (_, pair: string) =>
    String.fromCharCode(Number.parseInt(pair, 16)),
  );
  const isBytes = [...bytes].every((char) => char.charCodeAt(0) < 256);
  return isBytes ? readableText(Uint8Array.from(bytes, (char) => char.charCodeAt(0))) : undefined;
}
