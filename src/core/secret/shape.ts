import { base64DigitOf } from "./decode.ts";
import type { Encoding } from "./verdict.ts";

/** How a value is written, and how many bits it has if every sign of it was drawn at random. */
export interface Shape {
  readonly encoding: Encoding;
  /** Decoded bytes of an encoding, UTF-8 bytes of a text. */
  readonly bytes: number;
  readonly bits: number;
  /** The same for the widest generator that gives such values: what a maker's habits must beat. */
  readonly surface: number;
}

/** Every UUID in a text. */
export const UUIDS = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/gi;
const UUID = /^\{?[0-9a-f]{8}-[0-9a-f]{4}-([0-9a-f])[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}\}?$/i;
/** Random bits of a UUID by version (RFC 9562): 1 and 6 count time and a node, 7 begins with a time. */
const UUID_BITS: Readonly<Record<string, number>> = { "1": 60, "6": 60, "7": 74 };

/** Bits per sign of all 94 that ASCII prints. */
const ALL_RATE = Math.log2(94);

/** Which signs a value has, as one bit each. */
const LOWER = 1;
const UPPER = 2;
const DIGIT = 4;
/** `+` and `/`. */
const PLUS = 8;
/** `-` and `_`. */
const DASH = 16;
/** The other printable signs of ASCII. */
const OTHER = 32;
const LATIN = 64;
const FOREIGN = 128;
/** A letter beyond f. */
const BEYOND_HEX = 256;
/** 0, 1, 8 or 9: not in base32. */
const BEYOND_BASE32 = 512;
/** 0, O, I or l: not in base58. */
const LOOKALIKE = 1024;

const NO_LETTER_OR_DIGIT = PLUS | DASH | OTHER | LATIN | FOREIGN;

export function shapeOf(value: string): Shape {
  const uuid = UUID.exec(value);
  if (uuid) {
    return { encoding: "uuid", bytes: 16, bits: UUID_BITS[uuid[1] ?? ""] ?? 122, surface: 122 };
  }
  const digits = /^0x[0-9a-fA-F]+$/.test(value) ? value.slice(2) : value;
  const body = digits.replace(/={1,6}$/, "");
  const signs = signsOf(body);
  const padding = digits.length - body.length;
  return (
    hexShape(body, signs, padding) ??
    base32Shape(body, signs, padding) ??
    base64Shape(body, signs, padding) ??
    wordShape(body, signs, padding) ??
    textShape(value, signsOf(value))
  );
}

function hexShape(body: string, signs: number, padding: number): Shape | undefined {
  const hasOneCase = (signs & (LOWER | UPPER)) === LOWER || (signs & (LOWER | UPPER)) === UPPER;
  if (!hasOneCase || padding > 0 || (signs & (NO_LETTER_OR_DIGIT | BEYOND_HEX)) !== 0)
    return undefined;
  return sized("hex", body.length / 2, body.length * 4);
}

/**
 * Only of as many bytes as anybody asks for: one in four hundred values of fifty small letters and
 * digits happens to have none of the four that base32 lacks.
 */
function base32Shape(body: string, signs: number, padding: number): Shape | undefined {
  const isCapital = (signs & LOWER) === 0 && (signs & UPPER) !== 0;
  const isSmall = (signs & (LOWER | UPPER | DIGIT)) === (LOWER | DIGIT);
  if ((!isCapital && !isSmall) || (signs & (NO_LETTER_OR_DIGIT | BEYOND_BASE32)) !== 0)
    return undefined;
  if (body.length < 26 || (body.length * 5) % 8 > 4) return undefined;
  if (padding > 0 && (body.length + padding) % 8 !== 0) return undefined;
  const bytes = Math.floor((body.length * 5) / 8);
  return bytes % 4 === 0 || bytes % 5 === 0 ? sized("base32", bytes, bytes * 8) : undefined;
}

function base64Shape(body: string, signs: number, padding: number): Shape | undefined {
  if ((signs & (OTHER | LATIN | FOREIGN)) !== 0 || (signs & PLUS && signs & DASH)) return undefined;
  const isPadded = padding > 0 && padding < 3 && (body.length + padding) % 4 === 0;
  if (padding > 0 && !isPadded) return undefined;
  const spare = (body.length * 6) % 8;
  const fits = body.length % 4 !== 1 && (lastDigit(body) & ((1 << spare) - 1)) === 0;
  const isMixed = (signs & LOWER) !== 0 && (signs & UPPER) !== 0;
  // 43 letters and digits that fit are far more often 32 bytes without padding than anything else.
  const looksBytes = isPadded || (signs & (PLUS | DASH)) !== 0 || (isMixed && body.length === 43);
  if (!looksBytes) return undefined;
  const encoding = (signs & DASH) !== 0 ? "base64url" : "base64";
  const bytes = Math.floor((body.length * 6) / 8);
  return sized(encoding, bytes, fits ? bytes * 8 : body.length * 6);
}

function lastDigit(body: string): number {
  return base64DigitOf(body.charCodeAt(body.length - 1));
}

/** Letters and digits in no encoding of bytes. */
function wordShape(body: string, signs: number, padding: number): Shape | undefined {
  if (padding > 0 || (signs & NO_LETTER_OR_DIGIT) !== 0) return undefined;
  const isMixed = (signs & LOWER) !== 0 && (signs & UPPER) !== 0;
  if (!isMixed) {
    const size = (signs & (LOWER | UPPER) ? 26 : 0) + (signs & DIGIT ? 10 : 0);
    return sized("text", body.length, body.length * Math.log2(size || 1));
  }
  const isBase58 = (signs & LOOKALIKE) === 0 && (body.length === 43 || body.length === 44);
  if (isBase58) return sized("base58", 32, 256);
  // nanoid draws 21 signs of 64; now and then neither `-` nor `_` is among them.
  const rate = body.length === 21 ? 6 : Math.log2(62);
  return sized("base62", (body.length * rate) / 8, body.length * rate);
}

function textShape(value: string, signs: number): Shape {
  const letters = (signs & LOWER ? 26 : 0) + (signs & UPPER ? 26 : 0) + (signs & DIGIT ? 10 : 0);
  const symbols = signs & (PLUS | DASH | OTHER) ? 33 : 0;
  const rate = signs & FOREIGN ? 16 : Math.log2(letters + symbols + (signs & LATIN ? 128 : 0) || 1);
  let bytes = 0;
  for (let at = 0; at < value.length; at++) bytes += utf8Length(value.charCodeAt(at));
  // Who draws signs draws letters of both cases and digits too: that some are missing is a habit.
  const surface = value.length * (symbols > 0 && rate < ALL_RATE ? ALL_RATE : rate);
  return { encoding: "text", bytes, bits: value.length * rate, surface };
}

/** Bytes of a UTF-16 unit in UTF-8; each half of a pair counts two of its four. */
function utf8Length(unit: number): number {
  if (unit < 0x80) return 1;
  return unit < 0x800 || (unit >= 0xd800 && unit < 0xe000) ? 2 : 3;
}

function sized(encoding: Encoding, bytes: number, bits: number): Shape {
  return { encoding, bytes: Math.floor(bytes), bits, surface: bits };
}

function signsOf(text: string): number {
  let signs = 0;
  for (let at = 0; at < text.length; at++) signs |= signOf(text.charCodeAt(at));
  return signs;
}

function signOf(unit: number): number {
  if (unit >= 97 && unit <= 122)
    return LOWER | (unit > 102 ? BEYOND_HEX : 0) | (unit === 108 ? LOOKALIKE : 0);
  if (unit >= 65 && unit <= 90) {
    return UPPER | (unit > 70 ? BEYOND_HEX : 0) | (unit === 73 || unit === 79 ? LOOKALIKE : 0);
  }
  if (unit >= 48 && unit <= 57) {
    const isBase32 = unit >= 50 && unit <= 55;
    return DIGIT | (isBase32 ? 0 : BEYOND_BASE32) | (unit === 48 ? LOOKALIKE : 0);
  }
  if (unit === 43 || unit === 47) return PLUS;
  if (unit === 45 || unit === 95) return DASH;
  if (unit < 128) return OTHER;
  return unit < 256 ? LATIN : FOREIGN;
}
