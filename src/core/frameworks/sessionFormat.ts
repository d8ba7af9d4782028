/** What a library's session cookies tell about the secret behind them. */
export interface SessionFacts {
  /** The tokens that it makes, the one that everybody has first. */
  readonly formats: readonly SessionFormat[];
  /** Where it answers with the session, by its default `basePath`. */
  readonly endpoint: string;
  /** Variables besides the secret that decide whether it answers and sets cookies. */
  readonly settings: readonly string[];
  /** True where it tries each of its variables on a token, false where only the first that is set. */
  readonly triesEveryVariable: boolean;
  /** The secret that stands in its source for who sets none: known to everybody. */
  readonly publicSecret?: string;
}

/** A kind of session token, as far as it takes to find the secret that made it. */
export type SessionFormat = EncryptedFormat | SignedFormat;

interface Format {
  /** Kebab-case. */
  readonly id: string;
  /** For people: who makes such tokens. */
  readonly name: string;
  /** Names of the cookies that hold them, without `__Secure-`; others may be configured. */
  readonly cookies: readonly string[];
  /** What the library logs where no secret fits, in its own words; undefined where it is silent. */
  readonly wrongSecret: string | undefined;
}

/** A JWE in compact form with `alg: "dir"` (RFC 7516): the key is derived from the secret. */
export interface EncryptedFormat extends Format {
  readonly kind: "encrypted";
  readonly encryption: "A256CBC-HS512" | "A256GCM";
  /** The hash of the key's thumbprint (RFC 7638) in the header's `kid`; undefined for no `kid`. */
  readonly thumbprint: "sha256" | "sha512" | undefined;
  /** The salt of the key derivation (HKDF-SHA-256, RFC 5869): a text, or the cookie's name. */
  readonly salt: { readonly fixed: string } | "cookie";
  /** The info of the key derivation. */
  readonly info: (salt: string) => string;
}

/**
 * HMAC-SHA-256 by the secret itself:
 * - `signature`: `value.signature` in base64, which says nothing of when it expires;
 * - `jwt`: a JWS in compact form (RFC 7515);
 * - `json`: base64url of JSON with the signature in it.
 */
interface SignedFormat extends Format {
  readonly kind: "signed";
  readonly shape: "signature" | "jwt" | "json";
}

/** What browsers ask of a name: set by the libraries where the site is served over https. */
export const COOKIE_PREFIXES: readonly string[] = ["", "__Secure-", "__Host-"];
