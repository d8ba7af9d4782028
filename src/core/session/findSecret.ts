import {
  COOKIE_PREFIXES,
  type EncryptedFormat,
  type SessionFormat,
} from "../frameworks/sessionFormat.ts";
import type { Message } from "../message.ts";
import type { Candidate } from "./candidates.ts";
import { decrypt, deriveKeys, isSignature, thumbprint } from "./decrypt.ts";
import { spellingsOf } from "./spellings.ts";
import { type EncryptedToken, type SignedToken, type TokenTimes, timesOf } from "./token.ts";
import type { WebCrypto } from "./webCrypto.ts";

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
type Trial = (secret: string) => Promise<Hit | undefined>;

type Hit = Pick<Match, "cookie" | "times">;

/** The first of the candidates that made the token: as it stands, or else in another spelling. */
export async function findSecret(
  candidates: readonly Candidate[],
  trial: Trial,
): Promise<Match | undefined> {
  for (const candidate of candidates) {
    const hit = await trial(candidate.value);
    if (hit) return { ...hit, candidate, difference: undefined };
  }
  for (const candidate of candidates) {
    const spellings = spellingsOf(candidate.value, candidate.written);
    const hits = await Promise.all(spellings.map(({ value }) => trial(value)));
    for (const [index, hit] of hits.entries()) {
      if (hit) return { ...hit, candidate, difference: spellings[index]?.difference };
    }
  }
  return undefined;
}

/** Tries a secret on an encrypted token, with every cookie name that the key may depend on. */
export function decryptionTrial(
  crypto: WebCrypto,
  token: EncryptedToken,
  format: EncryptedFormat,
  cookies: readonly string[],
): Trial {
  const salts = format.salt === "cookie" ? cookies : [format.salt.fixed];
  return async (secret) => {
    const keys = await deriveKeys(crypto, format, secret, salts);
    const hits = await Promise.all(keys.map((key) => tryKey(crypto, token, format, key)));
    const index = hits.findIndex((hit) => hit !== undefined);
    const hit = hits[index];
    return hit && { ...hit, cookie: format.salt === "cookie" ? salts[index] : undefined };
  };
}

async function tryKey(
  crypto: WebCrypto,
  token: EncryptedToken,
  { thumbprint: hash }: EncryptedFormat,
  key: Uint8Array,
): Promise<Pick<Match, "times"> | undefined> {
  const isOurs = hash !== undefined && (await thumbprint(crypto, key, hash)) === token.kid;
  if (hash !== undefined && token.kid !== undefined && !isOurs) return undefined;
  const claims = await decrypt(crypto, token, key);
  return claims || isOurs ? { times: claims && timesOf(claims) } : undefined;
}

export function signatureTrial(crypto: WebCrypto, token: SignedToken): Trial {
  return async (secret) =>
    (await isSignature(crypto, token, secret))
      ? { cookie: undefined, times: token.times }
      : undefined;
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
