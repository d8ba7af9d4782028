import type { EncryptedFormat, SessionFacts } from "./sessionFormat.ts";

/** @auth/core 0.41.3 `jwt.js`: decrypts with each secret whose thumbprint is the token's `kid`. */
export const AUTHJS_FORMAT: EncryptedFormat = {
  id: "authjs-v5",
  name: "Auth.js v5",
  cookies: ["authjs.session-token"],
  wrongSecret: "JWTSessionError … no matching decryption secret",
  kind: "encrypted",
  encryption: "A256CBC-HS512",
  thumbprint: "sha512",
  salt: "cookie",
  info: (salt) => `Auth.js Generated Encryption Key (${salt})`,
};

/** The packages that go by `setEnvDefaults`, which collects every variable that is set. */
export const CORE_SESSION: SessionFacts = {
  formats: [AUTHJS_FORMAT],
  triesEveryVariable: true,
};
