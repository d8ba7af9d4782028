import { configCall, OPTIONS, SINGLE_ROTATION, TOKEN_NAMES, tokenCall } from "./authjs.ts";
import type { Framework, RotatedVariables } from "./framework.ts";
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
  rotation: { ...SINGLE_ROTATION, retry: decodeRetry },
  lookup: {
    names: ["NEXTAUTH_SECRET", "AUTH_SECRET"],
    isEmptyTaken: true,
    lastResort: [],
    neverRead: /^(?:NEXT)?AUTH_SECRET_(?:\d+|FILE)$/,
    since: { AUTH_SECRET: "4.24.10" },
  },
  starters: [
    {
      path: "auth",
      instead: ["lib/auth", "server/auth", "utils/auth", "pages/api/auth/[...nextauth]"],
      needs: "next",
      text: `export const authOptions = {
  // Add one: https://next-auth.js.org/providers
  providers: [],
};
`,
    },
    {
      path: "app/api/auth/[...nextauth]/route",
      instead: ["pages/api/auth/[...nextauth]"],
      needs: "next",
      text: `import NextAuth from "next-auth";
import { authOptions } from "../../../../auth";

const handler = NextAuth(authOptions);

export { handler as GET, handler as POST };
`,
    },
  ],
};

/**
 * next-auth 4.24 takes no list of secrets, but asks `jwt.decode` of its options for a token's
 * content; it throws where the token is another secret's. The handler, `getServerSession` and
 * `withAuth` each need it in their options; without the old variable it changes nothing.
 */
function decodeRetry({ old }: RotatedVariables, isTypeScript: boolean): string {
  const [importType, type] = isTypeScript ? [", type JWTDecodeParams", ": JWTDecodeParams"] : [];
  return `import { decode${importType ?? ""} } from "next-auth/jwt";

/** Sessions that the old secret made stay valid until ${old} is dropped. */
export async function decodeWithOldSecret(params${type ?? ""}) {
  try {
    return await decode(params);
  } catch (error) {
    const secret = process.env.${old};
    if (!secret) throw error;
    return decode({ ...params, secret });
  }
}

// In the options of NextAuth and getServerSession, and in those of withAuth:
//   jwt: { decode: decodeWithOldSecret },
`;
}
