import { base64url, calculateJwkThumbprint, EncryptJWT } from "jose";

/** A session token as @auth/core 0.41 makes it: what both hosts have to make one without the package. */
export async function authjsToken(secret: string, cookie: string): Promise<string> {
  const text = (value: string) => new TextEncoder().encode(value);
  const info = text(`Auth.js Generated Encryption Key (${cookie})`);
  const material = await crypto.subtle.importKey("raw", text(secret), "HKDF", false, [
    "deriveBits",
  ]);
  const derivation = { name: "HKDF", hash: "SHA-256", salt: text(cookie), info };
  const key = new Uint8Array(await crypto.subtle.deriveBits(derivation, material, 512));
  const kid = await calculateJwkThumbprint({ kty: "oct", k: base64url.encode(key) }, "sha512");
  return await new EncryptJWT({ name: "Ann", email: "ann@example.org" })
    .setProtectedHeader({ alg: "dir", enc: "A256CBC-HS512", kid })
    .setIssuedAt()
    .setExpirationTime("30d")
    .encrypt(key);
}

/** The value of a cookie as better-auth 1.7 signs it. */
export async function betterAuthToken(secret: string): Promise<string> {
  const value = crypto.randomUUID().replaceAll("-", "");
  const bytes = new TextEncoder();
  const algorithm = { name: "HMAC", hash: "SHA-256" };
  const key = await crypto.subtle.importKey("raw", bytes.encode(secret), algorithm, false, [
    "sign",
  ]);
  const signature = new Uint8Array(await crypto.subtle.sign("HMAC", key, bytes.encode(value)));
  return encodeURIComponent(`${value}.${btoa(String.fromCharCode(...signature))}`);
}
