import { frameworks } from "../frameworks/index.ts";
import { COOKIE_PREFIXES, type SessionFormat } from "../frameworks/sessionFormat.ts";
import type { Project } from "../project.ts";
import { type Candidate, candidatesIn } from "./candidates.ts";
import { type Cookie, parseCookies } from "./cookies.ts";
import { isSignedBySecret } from "./decrypt.ts";
import {
  cookieNames,
  decryptionTrial,
  findSecret,
  type Match,
  signatureTrial,
} from "./findSecret.ts";
import { type EncryptedToken, readToken, type SignedToken, type Token } from "./token.ts";
import type { WebCrypto } from "./webCrypto.ts";

/** What there is to say of one pasted cookie. It holds neither the token nor a secret. */
export interface TokenReport {
  /** The cookie's name, where one was pasted. */
  readonly cookie: string | undefined;
  /** Undefined where it is no token that any of the libraries makes. */
  readonly format: SessionFormat | undefined;
  readonly token: TokenSummary;
  readonly match: Match | undefined;
  /** How many secrets were tried. */
  readonly tried: number;
  readonly missingParts: readonly number[];
}

/** A token's form without what it says. */
type TokenSummary =
  | { readonly kind: "unknown" }
  | { readonly kind: "identifier" }
  | {
      readonly kind: "encrypted" | "signed";
      readonly algorithm: string;
      readonly isWhole: boolean;
    };

const formats: readonly SessionFormat[] = [
  ...new Set(frameworks.flatMap(({ session }) => session.formats)),
];

const sessionCookies: ReadonlySet<string> = new Set(cookieNames(undefined, formats));

/**
 * Which library made the tokens in what a person pasted, and with which secret of these projects.
 * One report for each cookie that may be a session; one for a text in which there is none. Never
 * throws. `crypto` is the host's `crypto.subtle`.
 */
export async function verifyTokens(
  pasted: string,
  projects: readonly Project[],
  crypto: WebCrypto,
): Promise<readonly TokenReport[]> {
  const cookies = parseCookies(pasted);
  const sessions = cookies.filter(
    ({ name, value }) => isSessionCookie(name) || isTelling(readToken(value)),
  );
  const [first = NOTHING] = cookies;
  const candidates = candidatesIn(projects);
  const chosen = sessions.length > 0 ? sessions : [first];
  return Promise.all(chosen.map((cookie) => verify(cookie, candidates, crypto)));
}

const NOTHING: Cookie = { name: undefined, value: "", missingParts: [] };

function isSessionCookie(name: string | undefined): boolean {
  return name !== undefined && sessionCookies.has(name);
}

/** Many a cookie holds a random identifier: among others only a token with a form stands out. */
function isTelling(token: Token | undefined): boolean {
  return token !== undefined && token.kind !== "identifier";
}

async function verify(
  { name, value, missingParts }: Cookie,
  candidates: readonly Candidate[],
  crypto: WebCrypto,
): Promise<TokenReport> {
  const token = readToken(value);
  const format = token && formatOf(token, name);
  const trial = token && trialOf(token, format, name, crypto);
  return {
    cookie: name,
    format,
    token: summaryOf(token, name),
    match: trial && (await findSecret(candidates, trial)),
    tried: candidates.length,
    missingParts,
  };
}

function trialOf(
  token: Token,
  format: SessionFormat | undefined,
  name: string | undefined,
  crypto: WebCrypto,
) {
  if (token.kind === "encrypted" && format?.kind === "encrypted") {
    return decryptionTrial(crypto, token, format, cookieNames(name, formats));
  }
  return token.kind === "signed" && isSignedBySecret(token)
    ? signatureTrial(crypto, token)
    : undefined;
}

function summaryOf(token: Token | undefined, name: string | undefined): TokenSummary {
  if (token?.kind === "encrypted" || token?.kind === "signed") {
    const algorithm = token.kind === "encrypted" ? token.encryption : token.algorithm;
    return { kind: token.kind, algorithm: algorithm ?? "", isWhole: token.isWhole };
  }
  return { kind: token?.kind ?? (isSessionCookie(name) ? "identifier" : "unknown") };
}

/** Characters in base64url of a thumbprint: 32 bytes and 64. */
const KID_LENGTHS = { sha256: 43, sha512: 86 } as const;

function formatOf(token: Token, name: string | undefined): SessionFormat | undefined {
  if (token.kind === "encrypted") return formats.find((format) => isFormat(token, format));
  if (token.kind === "signed") return formats.find((format) => isSignedFormat(token, format, name));
  return formats.find(({ cookies }) => isOneOf(cookies, name));
}

function isFormat({ encryption, kid }: EncryptedToken, format: SessionFormat): boolean {
  if (format.kind !== "encrypted" || format.encryption !== encryption) return false;
  if (kid === undefined) return true;
  return format.thumbprint !== undefined && kid.length === KID_LENGTHS[format.thumbprint];
}

/** A JWT signed with a secret may be anybody's: only the cookie's name tells. */
function isSignedFormat(
  { shape }: SignedToken,
  format: SessionFormat,
  name: string | undefined,
): boolean {
  if (format.kind !== "signed" || format.shape !== shape) return false;
  return shape !== "jwt" || isOneOf(format.cookies, name);
}

function isOneOf(cookies: readonly string[], name: string | undefined): boolean {
  return cookies.some((cookie) => COOKIE_PREFIXES.some((prefix) => name === `${prefix}${cookie}`));
}
