import { decodeBase64 } from "../secret/decode.ts";

/** A session token by its form; what it says of a person stays in here. */
export type Token = EncryptedToken | SignedToken | IdentifierToken;

/** A JWE in compact form (RFC 7516 §7.1), or what is left of one. */
export interface EncryptedToken {
  readonly kind: "encrypted";
  /** Of the header; undefined where it says none. */
  readonly encryption: string | undefined;
  readonly kid: string | undefined;
  /** False where a part is missing, or one is not base64url. */
  readonly isWhole: boolean;
  /** The header as it was written: what the tag covers besides the ciphertext. */
  readonly header: string;
  readonly iv: Uint8Array;
  readonly ciphertext: Uint8Array;
  readonly tag: Uint8Array;
}

/** A text and its signature: a JWS (RFC 7515 §7.1), or one of Better Auth's own forms. */
export interface SignedToken {
  readonly kind: "signed";
  readonly shape: "signature" | "jwt" | "json";
  /** `HS256` …; of Better Auth's own forms too. */
  readonly algorithm: string;
  readonly isWhole: boolean;
  readonly signedText: string;
  readonly signature: Uint8Array;
  readonly times: TokenTimes;
}

/** A random identifier, which a database turns into a session: no secret is in it. */
interface IdentifierToken {
  readonly kind: "identifier";
}

/** When a token was made and when it ends, in seconds since 1970, as far as it says so. */
export interface TokenTimes {
  readonly issuedAt: number | undefined;
  readonly expiresAt: number | undefined;
}

export type JsonObject = Readonly<Record<string, unknown>>;

/** Browsers keep 4 KB in a cookie and send on far fewer than 250 of them. */
const LONGEST = 1_000_000;

/** What a cookie's value is by its form, or undefined for anything that is no token. */
export function readToken(value: string): Token | undefined {
  if (value.length > LONGEST) return undefined;
  return readJose(value) ?? readSignature(value) ?? readSignedJson(value) ?? readIdentifier(value);
}

function readJose(value: string): Token | undefined {
  const [first = "", ...rest] = value.split(".");
  const header = parseObject(textOf(decodeBase64(first)));
  if (header === undefined || typeof header["alg"] !== "string") return undefined;
  return typeof header["enc"] === "string"
    ? encryptedToken(first, header, rest)
    : jwtToken(first, header, rest);
}

function encryptedToken(
  header: string,
  { enc, kid }: JsonObject,
  rest: readonly string[],
): EncryptedToken {
  const [key, iv, ciphertext, tag] = rest.map(decodeBase64);
  return {
    kind: "encrypted",
    encryption: textual(enc),
    kid: textual(kid),
    isWhole: rest.length === 4 && [key, iv, ciphertext, tag].every((part) => part !== undefined),
    header,
    iv: iv ?? new Uint8Array(),
    ciphertext: ciphertext ?? new Uint8Array(),
    tag: tag ?? new Uint8Array(),
  };
}

function jwtToken(header: string, { alg }: JsonObject, rest: readonly string[]): SignedToken {
  const [payload = "", signature = ""] = rest;
  const claims = parseObject(textOf(decodeBase64(payload)));
  const bytes = decodeBase64(signature);
  return {
    kind: "signed",
    shape: "jwt",
    algorithm: textual(alg) ?? "",
    isWhole: rest.length === 2 && claims !== undefined && bytes !== undefined,
    signedText: `${header}.${payload}`,
    signature: bytes ?? new Uint8Array(),
    times: timesOf(claims ?? {}),
  };
}

/** better-call 2 `crypto.mjs`: the value, a dot, HMAC-SHA-256 of the value in padded base64. */
function readSignature(value: string): SignedToken | undefined {
  const [, signedText = "", encoded = ""] = /^([\w-]+)\.([A-Za-z0-9+/]+={0,2})$/.exec(value) ?? [];
  if (signedText.length < 8) return undefined;
  return {
    kind: "signed",
    shape: "signature",
    algorithm: "HS256",
    isWhole: encoded.length === 44 && encoded.endsWith("="),
    signedText,
    signature: decodeBase64(encoded) ?? new Uint8Array(),
    times: NO_TIMES,
  };
}

/** better-auth 1.7.25 `cookies/index.mjs`, `setCookieCache`: what is signed is the session's JSON. */
function readSignedJson(value: string): SignedToken | undefined {
  const { session, expiresAt, signature } = parseObject(textOf(decodeBase64(value))) ?? {};
  if (!isObject(session) || typeof expiresAt !== "number" || typeof signature !== "string") {
    return undefined;
  }
  const signedText = jsonOf({ ...session, expiresAt });
  if (signedText === undefined) return undefined;
  const bytes = decodeBase64(signature);
  return {
    kind: "signed",
    shape: "json",
    algorithm: "HS256",
    isWhole: bytes !== undefined,
    signedText,
    signature: bytes ?? new Uint8Array(),
    times: { issuedAt: undefined, expiresAt: expiresAt / 1000 },
  };
}

/** `crypto.randomUUID()` in v5, 32 random bytes in hexadecimal in v4 before Node 18. */
function readIdentifier(value: string): IdentifierToken | undefined {
  const isRandom = /^(?:[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}|[0-9a-f]{64})$/i.test(value);
  return isRandom ? { kind: "identifier" } : undefined;
}

const NO_TIMES: TokenTimes = { issuedAt: undefined, expiresAt: undefined };

/** The two claims of a token that concern no person (RFC 7519 §4.1). */
export function timesOf({ iat, exp }: JsonObject): TokenTimes {
  return { issuedAt: numeric(iat), expiresAt: numeric(exp) };
}

function numeric(value: unknown): number | undefined {
  return typeof value === "number" && Number.isFinite(value) ? value : undefined;
}

function textual(value: unknown): string | undefined {
  return typeof value === "string" ? value : undefined;
}

/** A character a byte: enough for JSON, whose syntax is ASCII, and it can be turned back. */
export function textOf(bytes: Uint8Array | undefined): string {
  let text = "";
  for (const byte of bytes ?? []) text += String.fromCharCode(byte);
  return text;
}

/** The bytes of a text of `textOf`. */
export function bytesOf(text: string): Uint8Array {
  return Uint8Array.from(text, (character) => character.charCodeAt(0));
}

export function parseObject(text: string): JsonObject | undefined {
  if (!text.startsWith("{")) return undefined;
  try {
    const value: unknown = JSON.parse(text);
    return isObject(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

/** Undefined for what is nested deeper than it can be written, though it could be read. */
function jsonOf(value: JsonObject): string | undefined {
  try {
    return JSON.stringify(value);
  } catch {
    return undefined;
  }
}

function isObject(value: unknown): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
