import { sha256 } from "@noble/hashes/sha2.js";
import { type Message, message } from "../message.ts";
import { decodeBase64, decodeHex, encodeUtf8 } from "./decode.ts";
import { DIGESTS, SIZES, VALUES } from "./model/published.ts";
import { type SortedSet, sortedSet } from "./sortedSet.ts";

/**
 * Bits kept of each hash: of digests the leading ones of the digest itself, of values those of the
 * SHA-256 of their bytes, or of their text where that stands for none. A random value is held for
 * known with a chance of at most 9,000 / 2^44 + 3,000 / 2^44, below 1 in 10^9: at most so many entries,
 * one look-up among the digests, one among the values. A test holds the sizes to that.
 */
export const HASH_BITS = 44;

/** Of them those that are written as they are: about log2 of the mean gap between neighbours. */
export const LOW_BITS = { digests: 31, values: 33 } as const;

/** Shorter values are judged by what they are made of. */
const SHORTEST_BYTES = 16;

const DIGEST_NAMES: Readonly<Record<number, string>> = {
  16: "MD5",
  20: "SHA-1",
  32: "SHA-256",
  64: "SHA-512",
};

let digests: SortedSet | undefined;
let values: SortedSet | undefined;

/** Why the world knows a value, or undefined where we do not know that it does. */
export function publishedReason(value: string): Message | undefined {
  const bytes = publishedBytes(value);
  const digest = bytes && DIGEST_NAMES[bytes.length];
  if (bytes && digest && isDigest(bytes)) return message("{0} of a common word", digest);
  if (!isKnown(bytes ?? encodeUtf8(value))) return undefined;
  return message("printed in documentation or in a public list of secrets");
}

/** What hex, base64 or base64url stand for, so that one entry covers every spelling of it. */
export function publishedBytes(value: string): Uint8Array | undefined {
  const bytes = decodeHex(value) ?? decodeBase64(value);
  return bytes && bytes.length >= SHORTEST_BYTES ? bytes : undefined;
}

function isDigest(bytes: Uint8Array): boolean {
  digests ??= sortedSet(DIGESTS, { size: SIZES.digests, bits: HASH_BITS, low: LOW_BITS.digests });
  return digests.has(leadingBits(bytes));
}

function isKnown(bytes: Uint8Array): boolean {
  values ??= sortedSet(VALUES, { size: SIZES.values, bits: HASH_BITS, low: LOW_BITS.values });
  return values.has(leadingBits(sha256(bytes)));
}

/** The first {@link HASH_BITS} bits as a number. */
export function leadingBits(bytes: Uint8Array): number {
  let value = 0;
  for (let at = 0; at < 5; at++) value = value * 256 + (bytes[at] ?? 0);
  return value * 16 + ((bytes[5] ?? 0) >> 4);
}
