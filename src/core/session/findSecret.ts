import {
  COOKIE_PREFIXES,
  type EncryptedFormat,
  type SessionFormat,
} from "../frameworks/sessionFormat.ts";
import type { Message } from "../message.ts";
import type { Candidate } from "./candidates.ts";
import { decrypt, deriveKey, isSignature, thumbprint } from "./decrypt.ts";
import { spellingsOf } from "./spellings.ts";
import { type EncryptedToken, type SignedToken, type TokenTimes, timesOf } from "./token.ts";

/** The secret that made a token. */
export interface Match {
  readonly candidate: Candidate;
  /** How it was changed on its way into the program; undefined where it was not. */
  readonly difference: Message | undefined;
  /** The cookie's name that the key was derived with; undefined where names have no part in it. */
  readonly cookie: string | undefined;
  /** Undefined where the secret made the token, but what it holds does not open any more. */
  readonly times: TokenTimes | undefined;
}

/** Says whether a secret made a token, and with what. */
type Trial = (secret: string) => Omit<Match, "candidate" | "difference"> | undefined;

/** The first of the candidates that made the token: as it stands, or else in another spelling. */
export function findSecret(candidates: readonly Candidate[], trial: Trial): Match | undefined {
  for (const candidate of candidates) {
    const hit = trial(candidate.value);
    if (hit) return { ...hit, candidate, difference: undefined };
  }
  for (const candidate of candidates) {
    for (const { value, difference } of spellingsOf(candidate.value, candidate.written)) {
      const hit = trial(value);
      if (hit) return { ...hit, candidate, difference };
    }
  }
  return undefined;
}

/** Tries a secret on an encrypted token, with every cookie name that the key may depend on. */
export function decryptionTrial(
  token: EncryptedToken,
  format: EncryptedFormat,
  cookies: readonly string[],
): Trial {
  const salts = format.salt === "cookie" ? cookies : [format.salt.fixed];
  return (secret) => {
    for (const salt of salts) {
      const key = deriveKey(format, secret, salt);
      const isOurs = format.thumbprint && thumbprint(key, format.thumbprint) === token.kid;
      if (format.thumbprint && token.kid !== undefined && !isOurs) continue;
      const claims = decrypt(token, key);
      if (!claims && !isOurs) continue;
      const cookie = format.salt === "cookie" ? salt : undefined;
      return { cookie, times: claims && timesOf(claims) };
    }
    return undefined;
  };
}

export function signatureTrial(token: SignedToken): Trial {
  return (secret) =>
    isSignature(token, secret) ? { cookie: undefined, times: token.times } : undefined;
}

/** The names that a token's cookie may have: the one that was pasted, then those of the libraries. */
export function cookieNames(
  pasted: string | undefined,
  formats: readonly SessionFormat[],
): readonly string[] {
  const known = formats.flatMap(({ cookies }) =>
    cookies.flatMap((name) => COOKIE_PREFIXES.map((prefix) => `${prefix}${name}`)),
  );
  return [...new Set(pasted === undefined ? known : [pasted, ...known])];
}
