import { clientVariable, configCall, OPTIONS, TOKEN_NAMES, tokenCall } from "./authjs.ts";
import { NEXT_SESSION } from "./authjsSession.ts";
import type { Framework } from "./framework.ts";

/**
 * next-auth 5.0.0-beta.32: `lib/env.js` reads `AUTH_SECRET` before `NEXTAUTH_SECRET`. `getToken`
 * reads no variable at all (`@auth/core/jwt.js`), so there the option is needed.
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
};
