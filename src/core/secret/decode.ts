const BASE64 = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
const BASE32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

const base64Digit = digitTable(BASE64);
base64Digit["-".charCodeAt(0)] = 62;
base64Digit["_".charCodeAt(0)] = 63;
const base32Digit = digitTable(BASE32);
const hexDigit = digitTable("0123456789abcdef");

function digitTable(alphabet: string): Int8Array {
  const table = new Int8Array(128).fill(-1);
  for (let digit = 0; digit < alphabet.length; digit++) table[alphabet.charCodeAt(digit)] = digit;
  return table;
}

/** The value of a sign in base64 or base64url, -1 for any other. */
export function base64DigitOf(unit: number): number {
  return unit < 128 ? (base64Digit[unit] ?? -1) : -1;
}

/** base64 or base64url (RFC 4648 §4, §5), padded or not; undefined where it is neither. */
export function decodeBase64(text: string): Uint8Array | undefined {
  const digits = withoutPadding(text);
  return digits.length % 4 === 1 ? undefined : decodeDigits(digits, base64Digit, 6);
}

/** base32 (RFC 4648 §6) in one case, padded or not. */
export function decodeBase32(text: string): Uint8Array | undefined {
  const digits = withoutPadding(text);
  const rest = (digits.length * 5) % 8;
  const isOneCase = digits === digits.toUpperCase() || digits === digits.toLowerCase();
  return rest > 4 || !isOneCase ? undefined : decodeDigits(digits.toUpperCase(), base32Digit, 5);
}

/** Pairs of hexadecimal digits in either case. */
export function decodeHex(text: string): Uint8Array | undefined {
  return text.length % 2 === 1 ? undefined : decodeDigits(text.toLowerCase(), hexDigit, 4);
}

function withoutPadding(text: string): string {
  let end = text.length;
  while (end > 0 && text.length - end < 6 && text[end - 1] === "=") end--;
  return text.slice(0, end);
}

function decodeDigits(text: string, digitOf: Int8Array, width: number): Uint8Array | undefined {
  const bytes = new Uint8Array(Math.floor((text.length * width) / 8));
  let pending = 0;
  let bits = 0;
  let size = 0;
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    const digit = unit < 128 ? (digitOf[unit] ?? -1) : -1;
    if (digit < 0) return undefined;
    pending = (pending << width) | digit;
    bits += width;
    if (bits < 8) continue;
    bits -= 8;
    bytes[size++] = pending >> bits;
    pending &= (1 << bits) - 1;
  }
  return bytes;
}

/** The text that bytes spell in UTF-8 if all of it can be read by people; undefined otherwise. */
export function readableText(bytes: Uint8Array): string | undefined {
  let text = "";
  for (let at = 0; at < bytes.length; ) {
    const lead = bytes[at] ?? 0;
    const size =
      lead < 0x80 ? 1 : lead >= 0xc2 && lead < 0xe0 ? 2 : lead >= 0xe0 && lead < 0xf0 ? 3 : 0;
    if (size === 0 || at + size > bytes.length) return undefined;
    let point = size === 1 ? lead : lead & (0xff >> (size + 1));
    for (let next = at + 1; next < at + size; next++) {
      const byte = bytes[next] ?? 0;
      if (byte >> 6 !== 2) return undefined;
      point = (point << 6) | (byte & 63);
    }
    const isControl =
      point < 32 ? point !== 9 && point !== 10 && point !== 13 : point >= 127 && point < 160;
    if (isControl || (point >= 0xd800 && point < 0xe000)) return undefined;
    text += String.fromCharCode(point);
    at += size;
  }
  return text;
}

/** UTF-8, a lone surrogate as U+FFFD, as `TextEncoder` does. */
export function encodeUtf8(text: string): Uint8Array {
  const bytes: number[] = [];
  for (const char of text) {
    let point = char.codePointAt(0) ?? 0;
    if (point >= 0xd800 && point < 0xe000) point = 0xfffd;
    if (point < 0x80) bytes.push(point);
    else if (point < 0x800) bytes.push(0xc0 | (point >> 6), 0x80 | (point & 63));
    else if (point < 0x10000) bytes.push(0xe0 | (point >> 12), tail(point, 6), tail(point, 0));
    else bytes.push(0xf0 | (point >> 18), tail(point, 12), tail(point, 6), tail(point, 0));
  }
  return Uint8Array.from(bytes);
}

function tail(point: number, shift: number): number {
  return 0x80 | ((point >> shift) & 63);
}
