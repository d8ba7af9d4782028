export type SecretFormat = "base64" | "base64url" | "hex";

const BASE64 = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
const BASE64URL = `${BASE64.slice(0, 62)}-_`;

/** Fewer random bytes than this make no strong secret: Auth.js derives 256- and 512-bit keys. */
export const MINIMUM_BYTES = 32;

/**
 * Random bytes as text. base64 is padded (RFC 4648 §4), base64url is not (§5), hex is lower case:
 * none needs quotes or escapes in an env file.
 * @throws RangeError for fewer than {@link MINIMUM_BYTES} bytes.
 */
export function encodeSecret(bytes: Uint8Array, format: SecretFormat): string {
  if (bytes.length < MINIMUM_BYTES) {
    throw new RangeError(`a secret needs at least ${MINIMUM_BYTES} random bytes`);
  }
  if (format === "hex")
    return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
  const text = encodeSixBits(bytes, format === "base64" ? BASE64 : BASE64URL);
  return format === "base64" ? text.padEnd(Math.ceil(text.length / 4) * 4, "=") : text;
}

function encodeSixBits(bytes: Uint8Array, alphabet: string): string {
  let text = "";
  let pending = 0;
  let bits = 0;
  for (const byte of bytes) {
    pending = (pending << 8) | byte;
    bits += 8;
    while (bits >= 6) {
      bits -= 6;
      text += alphabet.charAt((pending >> bits) & 63);
    }
    pending &= (1 << bits) - 1;
  }
  return bits > 0 ? text + alphabet.charAt((pending << (6 - bits)) & 63) : text;
}
