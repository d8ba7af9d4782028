import type { EncryptedFormat } from "../frameworks/sessionFormat.ts";
import { encodeUtf8 } from "../secret/decode.ts";
import { encodeSecret } from "../secret/generate.ts";
import {
  bytesOf,
  type EncryptedToken,
  type JsonObject,
  parseObject,
  type SignedToken,
  textOf,
} from "./token.ts";
import type { WebCrypto } from "./webCrypto.ts";

/** RFC 7518 §5: A256CBC-HS512 takes the key of its HMAC before that of its AES. */
const KEY_BITS = { "A256CBC-HS512": 512, A256GCM: 256 } as const;

const HASHES = { sha256: "SHA-256", sha512: "SHA-512" } as const;

/** The keys that a library derives from a secret; a secret is a text in UTF-8, never decoded. */
export async function deriveKeys(
  crypto: WebCrypto,
  format: EncryptedFormat,
  secret: string,
  salts: readonly string[],
): Promise<readonly Uint8Array[]> {
  const material = await crypto.importKey("raw", utf8(secret), "HKDF", false, ["deriveBits"]);
  return Promise.all(
    salts.map(async (salt) => {
      const info = utf8(format.info(salt));
      const derivation = { name: "HKDF", hash: "SHA-256", salt: utf8(salt), info } as const;
      const bits = KEY_BITS[format.encryption];
      return new Uint8Array(await crypto.deriveBits(derivation, material, bits));
    }),
  );
}

/** RFC 7638 of the key as a JWK: what stands in the header's `kid`. */
export async function thumbprint(
  crypto: WebCrypto,
  key: Uint8Array,
  hash: keyof typeof HASHES,
): Promise<string> {
  const jwk = `{"k":"${encodeSecret(key, "base64url")}","kty":"oct"}`;
  const digest = await crypto.digest(HASHES[hash], utf8(jwk));
  return encodeSecret(new Uint8Array(digest), "base64url");
}

/** What a token holds, or undefined where the key did not make it or something was changed. */
export async function decrypt(
  crypto: WebCrypto,
  token: EncryptedToken,
  key: Uint8Array,
): Promise<JsonObject | undefined> {
  try {
    const open = token.encryption === "A256GCM" ? openGcm : openCbc;
    const plain = await open(crypto, token, key);
    return plain && parseObject(textOf(new Uint8Array(plain)));
  } catch {
    // Lengths that no such token has, and tags that do not fit.
    return undefined;
  }
}

/** RFC 7518 §5.3. */
async function openGcm(
  crypto: WebCrypto,
  { header, iv, ciphertext, tag }: EncryptedToken,
  bytes: Uint8Array,
): Promise<ArrayBuffer> {
  const key = await crypto.importKey("raw", joined(bytes), "AES-GCM", false, ["decrypt"]);
  const algorithm = { name: "AES-GCM", iv: joined(iv), additionalData: joined(bytesOf(header)) };
  return crypto.decrypt(algorithm, key, joined(ciphertext, tag));
}

/** RFC 7518 §5.2.2: the tag is the first half of an HMAC over header, IV, ciphertext, header's bits. */
async function openCbc(
  crypto: WebCrypto,
  { header, iv, ciphertext, tag }: EncryptedToken,
  bytes: Uint8Array,
): Promise<ArrayBuffer | undefined> {
  const associated = bytesOf(header);
  const bits = new Uint8Array(8);
  new DataView(bits.buffer).setUint32(4, associated.length * 8);
  const text = joined(associated, iv, ciphertext, bits);
  const mac = await hmac(crypto, "SHA-512", bytes.subarray(0, 32), text);
  if (!isSame(mac.subarray(0, 32), tag)) return undefined;
  const key = await crypto.importKey("raw", joined(bytes.subarray(32)), "AES-CBC", false, [
    "decrypt",
  ]);
  return crypto.decrypt({ name: "AES-CBC", iv: joined(iv) }, key, joined(ciphertext));
}

const SIGNING_HASHES: Readonly<Record<string, string>> = {
  HS256: "SHA-256",
  HS384: "SHA-384",
  HS512: "SHA-512",
};

/** True for an algorithm whose key is the secret itself: `HS256`, `HS384`, `HS512`. */
export function isSignedBySecret({ algorithm }: SignedToken): boolean {
  return Object.hasOwn(SIGNING_HASHES, algorithm);
}

export async function isSignature(
  crypto: WebCrypto,
  { algorithm, signedText, signature }: SignedToken,
  secret: string,
): Promise<boolean> {
  const hash = SIGNING_HASHES[algorithm];
  if (hash === undefined) return false;
  return isSame(await hmac(crypto, hash, utf8(secret), joined(bytesOf(signedText))), signature);
}

async function hmac(
  crypto: WebCrypto,
  hash: string,
  key: Uint8Array,
  data: Uint8Array<ArrayBuffer>,
): Promise<Uint8Array> {
  const algorithm = { name: "HMAC", hash } as const;
  const imported = await crypto.importKey("raw", joined(key), algorithm, false, ["sign"]);
  return new Uint8Array(await crypto.sign("HMAC", imported, data));
}

function isSame(one: Uint8Array, other: Uint8Array): boolean {
  return one.length === other.length && one.every((byte, index) => byte === other[index]);
}

function utf8(text: string): Uint8Array<ArrayBuffer> {
  return joined(encodeUtf8(text));
}

function joined(...parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const result = new Uint8Array(parts.reduce((size, part) => size + part.length, 0));
  let at = 0;
  for (const part of parts) {
    result.set(part, at);
    at += part.length;
  }
  return result;
}
