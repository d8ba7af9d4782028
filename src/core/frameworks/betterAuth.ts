import { tokenCall } from "./authjs.ts";
import type { Framework } from "./framework.ts";

/**
 * better-auth 1.7.25 (`context/create-context.mjs`): `secrets` or `BETTER_AUTH_SECRETS`, else
 * `secret`, `BETTER_AUTH_SECRET`, `AUTH_SECRET`. `getCookieCache` knows `BETTER_AUTH_SECRET` only.
 */
export const betterAuth: Framework = {
  id: "better-auth",
  name: "Better Auth",
  variable: "BETTER_AUTH_SECRET",
  variables: ["BETTER_AUTH_SECRETS", "BETTER_AUTH_SECRET", "AUTH_SECRET"],
  legacyVariables: [],
  packages: ["better-auth"],
  entryPoints: [
    {
      modules: ["better-auth", "better-auth/minimal", "better-auth/auth"],
      names: ["betterAuth"],
      secrets: [["secret"], ["secrets", "*", "value"]],
      clientSecrets: [["socialProviders", "*", "clientSecret"]],
      isLazy: false,
      readsVariable: true,
      isRequired: false,
      isVariableRedundant: false,
    },
    tokenCall(["better-auth/cookies"], ["getCookieCache"], {
      readsVariable: true,
      isRequired: false,
    }),
    {
      modules: ["better-auth/plugins", "better-auth/plugins/*"],
      names: ["genericOAuth"],
      secrets: [],
      clientSecrets: [["config", "*", "clientSecret"]],
      isLazy: false,
      readsVariable: false,
      isRequired: false,
      isVariableRedundant: false,
    },
  ],
  optionTypes: [
    {
      modules: ["better-auth", "better-auth/types", "better-auth/minimal"],
      names: ["BetterAuthOptions"],
    },
  ],
  providerModules: ["better-auth/social-providers"],
  clientVariable: (provider) => `${provider}_CLIENT_SECRET`,
  options: {
    name: /^(better)?_?auth_?(options?|config|opts|configuration)$/i,
    keys: ["emailAndPassword", "socialProviders", "database", "plugins", "trustedOrigins"],
  },
};
