import { message } from "../message.ts";
import { tokenCall } from "./authjs.ts";
import type { EntryPoint, Framework, ModuleNames, OptionPath } from "./framework.ts";
import type { SessionFacts } from "./sessionFormat.ts";

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

const CACHE = {
  name: "Better Auth's session cache",
  cookies: ["better-auth.session_data"],
  wrongSecret: undefined,
};

/**
 * better-auth 1.7.25: the session's cookie is signed (better-call `crypto.mjs`); `session_data` is
 * there where `cookieCache` is on, in one of three shapes (`cookies/index.mjs`, `crypto/jwt.mjs`).
 */
const SESSION: SessionFacts = {
  formats: [
    {
      id: "better-auth",
      name: "Better Auth",
      cookies: ["better-auth.session_token"],
      wrongSecret: undefined,
      kind: "signed",
      shape: "signature",
    },
    { ...CACHE, id: "better-auth-json", kind: "signed", shape: "json" },
    { ...CACHE, id: "better-auth-jwt", kind: "signed", shape: "jwt" },
    {
      ...CACHE,
      id: "better-auth-jwe",
      kind: "encrypted",
      encryption: "A256CBC-HS512",
      thumbprint: "sha256",
      salt: { fixed: "better-auth-session" },
      info: () => "BetterAuth.js Generated Encryption Key",
    },
  ],
  endpoint: "/api/auth/get-session",
  settings: ["BETTER_AUTH_URL"],
  triesEveryVariable: false,
  // `utils/constants.mjs`: used outside production where no variable is set.
  publicSecret: "better-auth-secret-12345678901234567890",
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
  session: SESSION,
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
