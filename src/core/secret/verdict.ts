import type { Message } from "../message.ts";

/**
 * What a value is:
 * - `strong`: at least 256 random bits;
 * - `short`: random, but fewer;
 * - `passphrase`: made by a person or a language model;
 * - `placeholder`: a text that asks to be replaced;
 * - `command`: a shell command or code pasted as the value;
 * - `reference`: points to another place, so nothing is known of the value itself;
 * - `published`: random-looking, but known to the world;
 * - `empty`: nothing there.
 */
export type VerdictKind =
  | "strong"
  | "short"
  | "passphrase"
  | "placeholder"
  | "command"
  | "reference"
  | "published"
  | "empty";

export type Encoding =
  | "base64"
  | "base64url"
  | "hex"
  | "base32"
  | "base58"
  | "base62"
  | "uuid"
  | "text";

export interface Verdict {
  readonly kind: VerdictKind;
  /** Bits of entropy against an attacker who knows how such values are made. */
  readonly bits: number;
  readonly encoding: Encoding;
  /** Decoded length in bytes, for an encoding; length in UTF-8 bytes for text. */
  readonly bytes: number;
  /** Why, for people: short phrases that fit in brackets, none holding the value or a part of it. */
  readonly reasons: readonly Message[];
}
