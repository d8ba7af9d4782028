import { message } from "../message.ts";
import { tokenCall } from "./authjs.ts";
import type { EntryPoint, Framework, ModuleNames, OptionPath } from "./framework.ts";

function pluginCall(
  modules: readonly string[],
  name: string,
  clientSecret: OptionPath,
): EntryPoint {
  return {
    ...tokenCall(modules, [name], { isRequired: false }),
    secrets: [],
    clientSecrets: [clientSecret],
  };
}

const SETUP: ModuleNames = {
  modules: ["better-auth", "better-auth/minimal", "better-auth/auth"],
  names: ["betterAuth"],
};

/**
 * better-auth 1.7.25 (`context/create-context.mjs`): `secrets` or `BETTER_AUTH_SECRETS`, else
 * `secret`, `BETTER_AUTH_SECRET`, `AUTH_SECRET`. `getCookieCache` knows `BETTER_AUTH_SECRET` only.
 */
export const betterAuth: Framework = {
  id: "better-auth",
  name: "Better Auth",
  variable: "BETTER_AUTH_SECRET",
  variables: ["BETTER_AUTH_SECRETS", "BETTER_AUTH_SECRET", "AUTH_SECRET"],
  skipsEmpty: true,
  legacyVariables: [],
  packages: ["better-auth"],
  entryPoints: [
    {
      ...SETUP,
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
    pluginCall(["better-auth/plugins", "better-auth/plugins/*"], "genericOAuth", [
      "config",
      "*",
      "clientSecret",
    ]),
    pluginCall(["@better-auth/sso"], "sso", ["defaultSSO", "*", "oidcConfig", "clientSecret"]),
  ],
  setups: [SETUP],
  optionTypes: [
    {
      modules: ["better-auth", "better-auth/types", "better-auth/minimal"],
      names: ["BetterAuthOptions"],
    },
  ],
  providerModules: ["better-auth/social-providers"],
  clientVariable: (provider) => `${provider}_CLIENT_SECRET`,
  lookup: {
    names: ["BETTER_AUTH_SECRET"],
    isEmptyTaken: false,
    lastResort: [],
    neverRead: undefined,
  },
  options: {
    name: /^(better)?_?auth_?(options?|config|opts|configuration)$/i,
    keys: ["emailAndPassword", "socialProviders", "database", "plugins", "trustedOrigins"],
  },
  // `api/routes/session.mjs` checks the cookie's signature with the first secret alone.
  rotation: {
    takesList: false,
    numbered: [],
    versions: "BETTER_AUTH_SECRETS",
    sessions: undefined,
    losses: {
      kept: message(
        "What the old secret encrypted stays readable, from Better Auth 1.5 on; sessions are checked with the newest secret alone.",
      ),
      replaced: message(
        "What the old secret encrypted cannot be read any more: stored OAuth tokens, two-factor secrets, keys of plugins.",
      ),
    },
  },
  starters: [
    {
      path: "auth",
      instead: ["lib/auth", "utils/auth", "server/auth", "lib/server/auth"],
      text: `import { betterAuth } from "better-auth";

export const auth = betterAuth({
  // Add a database, without which accounts are kept in memory only: https://better-auth.com/docs
  emailAndPassword: { enabled: true },
});
`,
    },
    {
      path: "app/api/auth/[...all]/route",
      instead: ["pages/api/auth/[...all]"],
      needs: "next",
      text: `import { toNextJsHandler } from "better-auth/next-js";
import { auth } from "../../../../auth";

export const { GET, POST } = toNextJsHandler(auth);
`,
    },
  ],
};
