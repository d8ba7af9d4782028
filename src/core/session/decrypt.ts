import { cbc, gcm } from "@noble/ciphers/aes.js";
import { hkdf } from "@noble/hashes/hkdf.js";
import { hmac } from "@noble/hashes/hmac.js";
import { sha256, sha384, sha512 } from "@noble/hashes/sha2.js";
import type { EncryptedFormat } from "../frameworks/sessionFormat.ts";
import { encodeUtf8 } from "../secret/decode.ts";
import { encodeSecret } from "../secret/generate.ts";
import type { JsonObject } from "./token.ts";
import { bytesOf, type EncryptedToken, parseObject, type SignedToken, textOf } from "./token.ts";

/** RFC 7518 §5: A256CBC-HS512 takes the key of its HMAC before that of its AES. */
const KEY_BYTES = { "A256CBC-HS512": 64, A256GCM: 32 } as const;

const HASHES = { sha256, sha512 } as const;

/** The key that a library derives from a secret; a secret is a text in UTF-8, never decoded. */
export function deriveKey(format: EncryptedFormat, secret: string, salt: string): Uint8Array {
  const info = encodeUtf8(format.info(salt));
  return hkdf(sha256, encodeUtf8(secret), encodeUtf8(salt), info, KEY_BYTES[format.encryption]);
}

/** RFC 7638 of the key as a JWK: what stands in the header's `kid`. */
export function thumbprint(key: Uint8Array, hash: keyof typeof HASHES): string {
  const jwk = `{"k":"${encodeSecret(key, "base64url")}","kty":"oct"}`;
  return encodeSecret(HASHES[hash](encodeUtf8(jwk)), "base64url");
}

/** What a token holds, or undefined where the key did not make it or something was changed. */
export function decrypt(token: EncryptedToken, key: Uint8Array): JsonObject | undefined {
  try {
    const plain = token.encryption === "A256GCM" ? openGcm(token, key) : openCbc(token, key);
    return plain && parseObject(textOf(plain));
  } catch {
    // Lengths that no such token has, and tags that do not fit.
    return undefined;
  }
}

/** RFC 7518 §5.3. */
function openGcm({ header, iv, ciphertext, tag }: EncryptedToken, key: Uint8Array): Uint8Array {
  return gcm(key, iv, bytesOf(header)).decrypt(concat(ciphertext, tag));
}

/** RFC 7518 §5.2.2: the tag is the first half of an HMAC over header, IV, ciphertext, header's bits. */
function openCbc(
  { header, iv, ciphertext, tag }: EncryptedToken,
  key: Uint8Array,
): Uint8Array | undefined {
  const associated = bytesOf(header);
  const bits = new Uint8Array(8);
  new DataView(bits.buffer).setUint32(4, associated.length * 8);
  const mac = hmac(sha512, key.subarray(0, 32), concat(associated, iv, ciphertext, bits));
  if (!isSame(mac.subarray(0, 32), tag)) return undefined;
  return cbc(key.subarray(32), iv).decrypt(ciphertext);
}

const SIGNING_HASHES: Readonly<Record<string, typeof sha256 | typeof sha512>> = {
  HS256: sha256,
  HS384: sha384,
  HS512: sha512,
};

/** True for an algorithm whose key is the secret itself: `HS256`, `HS384`, `HS512`. */
export function isSignedBySecret({ algorithm }: SignedToken): boolean {
  return Object.hasOwn(SIGNING_HASHES, algorithm);
}

export function isSignature(token: SignedToken, secret: string): boolean {
  const hash = SIGNING_HASHES[token.algorithm];
  if (hash === undefined) return false;
  return isSame(hmac(hash, encodeUtf8(secret), bytesOf(token.signedText)), token.signature);
}

function isSame(one: Uint8Array, other: Uint8Array): boolean {
  return one.length === other.length && one.every((byte, index) => byte === other[index]);
}

function concat(...parts: readonly Uint8Array[]): Uint8Array {
  const result = new Uint8Array(parts.reduce((size, part) => size + part.length, 0));
  let at = 0;
  for (const part of parts) {
    result.set(part, at);
    at += part.length;
  }
  return result;
}
