import type { EncryptedFormat, SessionFacts } from "./sessionFormat.ts";

/** @auth/core 0.41.3 `jwt.js`: decrypts with each secret whose thumbprint is the token's `kid`. */
const AUTHJS_FORMAT: EncryptedFormat = {
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

const SETTINGS = ["AUTH_URL", "AUTH_TRUST_HOST"];

/** next-auth 5: one variable counts, and the path is the one of its versions before. */
export const NEXT_SESSION: SessionFacts = {
  formats: [AUTHJS_FORMAT],
  endpoint: "/api/auth/session",
  settings: SETTINGS,
  triesEveryVariable: false,
};

/** The packages that go by `setEnvDefaults`, which collects every variable that is set. */
export const CORE_SESSION: SessionFacts = {
  formats: [AUTHJS_FORMAT],
  endpoint: "/auth/session",
  settings: SETTINGS,
  triesEveryVariable: true,
};
