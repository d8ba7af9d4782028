import {
  clientVariable,
  configCall,
  LIST_ROTATION,
  OPTIONS,
  TOKEN_NAMES,
  tokenCall,
} from "./authjs.ts";
import { NEXT_SESSION } from "./authjsSession.ts";
import type { Framework } from "./framework.ts";

/**
 * next-auth 5.0.0-beta.32: `lib/env.js` reads `AUTH_SECRET` before `NEXTAUTH_SECRET`. `getToken`
 * reads no variable at all (`@auth/core/jwt.js`), so there the option is needed. The numbered
 * variables are the core's, which looks for them only where it was handed no secret.
 *
 * The host: `AUTH_URL` or `AUTH_TRUST_HOST`, set to anything, or Vercel's and Cloudflare Pages' own
 * variables (`@auth/core` 0.41.3 `lib/utils/env.js`). `AUTH_URL` and `NEXTAUTH_URL` have one form:
 * the origin, with a path where the API is not at `/api/auth`.
 */
export const nextAuthV5: Framework = {
  id: "next-auth-v5",
  name: "Auth.js v5 (next-auth)",
  variable: "AUTH_SECRET",
  variables: ["AUTH_SECRET", "NEXTAUTH_SECRET", "AUTH_SECRET_3", "AUTH_SECRET_2", "AUTH_SECRET_1"],
  session: NEXT_SESSION,
  legacyVariables: ["NEXTAUTH_SECRET"],
  packages: ["next-auth"],
  isVersion: (major) => major >= 5,
  entryPoints: [
    configCall(["next-auth"], ["default"], { isLazy: true, isVariableRedundant: true }),
    tokenCall(["next-auth/jwt", "@auth/core/jwt"], TOKEN_NAMES),
  ],
  setups: [{ modules: ["next-auth"], names: ["default"] }],
  optionTypes: [{ modules: ["next-auth"], names: ["NextAuthConfig", "AuthConfig"] }],
  providerModules: ["next-auth/providers", "next-auth/providers/*", "@auth/core/providers/*"],
  clientVariable,
  options: OPTIONS,
  rotation: LIST_ROTATION,
  lookup: {
    names: ["AUTH_SECRET", "NEXTAUTH_SECRET"],
    isEmptyTaken: true,
    lastResort: ["AUTH_SECRET_1", "AUTH_SECRET_2", "AUTH_SECRET_3"],
    neverRead: /^(?:AUTH_SECRET_(?:0|[4-9]|\d{2,}|FILE)|NEXTAUTH_SECRET_(?:\d+|FILE))$/,
  },
  renamedUrl: {
    legacy: "NEXTAUTH_URL",
    variable: "AUTH_URL",
    trust: ["AUTH_URL", "AUTH_TRUST_HOST", "trustHost"],
    trustingHosts: "Vercel, Cloudflare Pages",
    error: "UntrustedHost",
  },
  starters: [
    {
      path: "auth",
      instead: ["lib/auth", "server/auth", "server/auth/index", "auth/index"],
      text: `import NextAuth from "next-auth";

export const { handlers, auth, signIn, signOut } = NextAuth({
  // Add one: https://authjs.dev/getting-started/authentication
  providers: [],
});
`,
    },
    {
      path: "app/api/auth/[...nextauth]/route",
      instead: ["pages/api/auth/[...nextauth]"],
      needs: "next",
      text: `import { handlers } from "../../../../auth";

export const { GET, POST } = handlers;
`,
    },
  ],
};
