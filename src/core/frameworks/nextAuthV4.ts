import { configCall, OPTIONS, TOKEN_NAMES, tokenCall } from "./authjs.ts";
import type { Framework } from "./framework.ts";
import type { EncryptedFormat } from "./sessionFormat.ts";

const NEXT_AUTH = ["next-auth", "next-auth/next"];

/** The variable is not read by 4.0; from 4.10 on it is, but the docs hand it over all the same. */
const OLD = { readsVariable: false };

/** next-auth 4.24.15 `jwt/index.js`. */
const FORMAT: EncryptedFormat = {
  id: "next-auth-v4",
  name: "NextAuth.js v4",
  cookies: ["next-auth.session-token"],
  wrongSecret: "JWT_SESSION_ERROR … decryption operation failed (JWEDecryptionFailed)",
  kind: "encrypted",
  encryption: "A256GCM",
  thumbprint: undefined,
  salt: { fixed: "" },
  info: () => "NextAuth.js Generated Encryption Key",
};

/**
 * next-auth 4.24.15: `options.secret`, then `NEXTAUTH_SECRET`, then (since 4.24.10) `AUTH_SECRET`
 * (`next/index.js`, `next/middleware.js`, `jwt/index.js`). `#auth` is the same library in Nuxt.
 */
export const nextAuthV4: Framework = {
  id: "next-auth-v4",
  name: "NextAuth.js v4",
  variable: "NEXTAUTH_SECRET",
  variables: ["NEXTAUTH_SECRET", "AUTH_SECRET"],
  session: {
    formats: [FORMAT],
    endpoint: "/api/auth/session",
    settings: ["NEXTAUTH_URL"],
    triesEveryVariable: false,
  },
  legacyVariables: [],
  packages: ["next-auth", "@sidebase/nuxt-auth"],
  isVersion: (major) => major < 5,
  entryPoints: [
    configCall(
      [...NEXT_AUTH],
      ["default", "NextAuth", "getServerSession", "unstable_getServerSession"],
      OLD,
    ),
    configCall(["#auth"], ["NuxtAuthHandler"], OLD),
    configCall(["next-auth/middleware"], ["default", "withAuth"], OLD),
    tokenCall(["next-auth/jwt", "#auth"], [...TOKEN_NAMES, "default"], { isRequired: false }),
  ],
  setups: [{ modules: NEXT_AUTH, names: ["default", "NextAuth"] }],
  optionTypes: [
    {
      modules: [...NEXT_AUTH, "next-auth/core/types", "#auth"],
      names: ["NextAuthOptions", "AuthOptions", "InitOptions", "NextAuthMiddlewareOptions"],
    },
    { modules: ["next-auth/middleware"], names: ["NextAuthMiddlewareOptions"] },
  ],
  providerModules: ["next-auth/providers", "next-auth/providers/*"],
  clientVariable: (provider) => `${provider}_CLIENT_SECRET`,
  options: OPTIONS,
};
