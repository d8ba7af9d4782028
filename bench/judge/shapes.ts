import type { VerdictKind } from "../../src/core/secret/judge.ts";
import { type RandomSource, text } from "./random.ts";

/** A way in which programs make secrets, and what a value of it must be called. */
export interface RandomShape {
  readonly name: string;
  readonly expected: VerdictKind;
  make(source: RandomSource): string;
}

const SMALL = "abcdefghijklmnopqrstuvwxyz";
const CAPITAL = SMALL.toUpperCase();
const ALPHANUMERIC = `${CAPITAL}${SMALL}0123456789`;
const BASE32 = `${CAPITAL}234567`;
/** Letters, digits and the signs that password managers use: 83 in all. */
const WITH_SYMBOLS = `${ALPHANUMERIC}!@#$%^&*()-_=+[]{}.,?`;

export const SHAPES: readonly RandomShape[] = [
  strong("base64(32)", (source) => Buffer.from(source.bytes(32)).toString("base64")),
  strong("base64url(32)", (source) => Buffer.from(source.bytes(32)).toString("base64url")),
  strong("hex(32 bytes)", (source) => Buffer.from(source.bytes(32)).toString("hex")),
  strong("base32(32 bytes)", (source) => base32(source.bytes(32))),
  strong("43-char base62", (source) => text(source, ALPHANUMERIC, 43)),
  short("hex(16)", (source) => Buffer.from(source.bytes(16)).toString("hex")),
  short("UUID v4", uuid),
  short("nanoid(21)", (source) => text(source, `${ALPHANUMERIC}_-`, 21)),
  short("32 alphanumerics", (source) => text(source, ALPHANUMERIC, 32)),
  short("24-char with symbols", (source) => text(source, WITH_SYMBOLS, 24)),
];

function strong(name: string, make: RandomShape["make"]): RandomShape {
  return { name, expected: "strong", make };
}

function short(name: string, make: RandomShape["make"]): RandomShape {
  return { name, expected: "short", make };
}

function base32(bytes: Uint8Array): string {
  let bits = "";
  for (const byte of bytes) bits += byte.toString(2).padStart(8, "0");
  const digits = bits.match(/.{1,5}/g) ?? [];
  const signs = digits.map((digit) => BASE32.charAt(Number.parseInt(digit.padEnd(5, "0"), 2)));
  return signs.join("").padEnd(Math.ceil(signs.length / 8) * 8, "=");
}

function uuid(source: RandomSource): string {
  const bytes = Buffer.from(source.bytes(16));
  bytes[6] = ((bytes[6] ?? 0) & 15) | 64;
  bytes[8] = ((bytes[8] ?? 0) & 63) | 128;
  return bytes.toString("hex").replace(/^(.{8})(.{4})(.{4})(.{4})/, "$1-$2-$3-$4-");
}
